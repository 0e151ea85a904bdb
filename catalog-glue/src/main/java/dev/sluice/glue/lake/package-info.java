/**
 * A folder as a catalog: {@code catalog/DATABASE.tables.json} and {@code
 * catalog/DATABASE.TABLE.partitions.json} hold what {@code aws glue get-tables} and {@code
 * get-partitions} print. No AWS SDK is needed to read them.
 */
@NullMarked
package dev.sluice.glue.lake;

import org.jspecify.annotations.NullMarked;
