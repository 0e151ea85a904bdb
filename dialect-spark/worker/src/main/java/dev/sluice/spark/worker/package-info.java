/**
 * What runs inside the Spark process: takes one query a connection, shows Spark the selected files
 * under the tables' names, sends the rows back. Keeps to the Java API that Spark 3.5 and 4 share.
 */
@NullMarked
package dev.sluice.spark.worker;

import org.jspecify.annotations.NullMarked;
