/** The catalog as {@code aws glue get-tables} and {@code aws glue get-partitions} print it. */
@NullMarked
package dev.sluice.example.glue;

import org.jspecify.annotations.NullMarked;
