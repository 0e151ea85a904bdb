/** What Spark really answers to the queries that Sluice writes for it. */
@NullMarked
package dev.sluice.spark.sql;

import org.jspecify.annotations.NullMarked;
