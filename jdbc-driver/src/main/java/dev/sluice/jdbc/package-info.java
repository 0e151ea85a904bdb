/**
 * The JDBC driver, {@code jdbc:sluice:}: a thin layer over plans and rows. Connections of one
 * configuration share one Sluice.
 */
@NullMarked
package dev.sluice.jdbc;

import org.jspecify.annotations.NullMarked;
