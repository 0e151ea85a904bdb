/**
 * How to say a query to Spark 4 in ANSI mode and UTC. Each row of the function tables means what
 * Trino means; the executed tests hold them to it.
 */
@NullMarked
package dev.sluice.spark.sql;

import org.jspecify.annotations.NullMarked;
