/**
 * Pruning: which values of a partition key a query can need. Sound always: what is not understood
 * selects all.
 */
@NullMarked
package dev.sluice.sql.prune;

import org.jspecify.annotations.NullMarked;
