/**
 * Names and types: the user's tree is resolved against the catalog by Calcite's validator, which
 * lives for one query and never leaves this package. What leaves is {@link
 * dev.sluice.sql.bind.BoundQuery}: the resolved tree, the type of every expression, and where every
 * name leads.
 */
@NullMarked
package dev.sluice.sql.bind;

import org.jspecify.annotations.NullMarked;
