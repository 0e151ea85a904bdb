/** The Spark engine with its real process. */
@NullMarked
package dev.sluice.spark.client;

import org.jspecify.annotations.NullMarked;
