/**
 * The external tables: their types in PostgreSQL, their rows, what Redshift's views say of them.
 */
@NullMarked
package dev.sluice.standin.redshift.lake;

import org.jspecify.annotations.NullMarked;
