/**
 * From the Glue Data Catalog's JSON shapes (what {@code aws glue get-tables} and {@code
 * get-partitions} print) to the values of {@code dev.sluice}: types, formats, tables, partitions.
 * Pure functions; whatever cannot be understood is said in the value, never guessed.
 */
@NullMarked
package dev.sluice.glue;

import org.jspecify.annotations.NullMarked;
