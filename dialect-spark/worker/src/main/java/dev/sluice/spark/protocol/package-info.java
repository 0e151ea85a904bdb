/**
 * What the Spark engine's client and its worker process say to each other: framed messages over a
 * loopback socket, JDK types and the API's values only. Both sides come from the same build, so
 * there is one version and no negotiation.
 */
@NullMarked
package dev.sluice.spark.protocol;

import org.jspecify.annotations.NullMarked;
