/**
 * How to talk to Spark: a process of its own, started on the first query, that reads the selected
 * files and streams the rows back. Nothing of Spark comes onto the host's class path.
 *
 * <p>Settings, under the engine's name {@code spark}: {@code classpath} (a class path, a folder of
 * jars, or {@code @FILE} that holds a class path; otherwise the folder {@code sluice-spark-worker…}
 * beside Sluice's jar, otherwise the environment's {@code SPARK_HOME}, otherwise the system
 * property {@code sluice.spark.classpath}), {@code memory} (default {@code 1g}), {@code cores}
 * (default all), {@code java} (a Java home, default this process's), and Hadoop's settings of file
 * systems, {@code fs.s3a.endpoint} and the like.
 */
@NullMarked
package dev.sluice.spark.client;

import org.jspecify.annotations.NullMarked;
