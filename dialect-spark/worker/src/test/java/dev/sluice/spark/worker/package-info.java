/** Files written by Spark and by hand, read as the catalog declares them. */
@NullMarked
package dev.sluice.spark.worker;

import org.jspecify.annotations.NullMarked;
