/** Reads Redshift's SQL, refuses what Redshift refuses, and says the rest in PostgreSQL's. */
@NullMarked
package dev.sluice.standin.redshift.sql;

import org.jspecify.annotations.NullMarked;
