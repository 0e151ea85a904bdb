package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Handshake;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark inside this process, set so that its SQL means one thing on every machine. */
final class LocalSpark {
  private static final Map<String, String> MEANING =
      Map.of(
          "spark.sql.ansi.enabled", "true",
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.caseSensitive", "false",
          "spark.sql.datetime.java8API.enabled", "true",
          // Partition keys have the catalog's types; a guess from the folders' names is not asked
          // for.
          "spark.sql.sources.partitionColumnTypeInference.enabled", "false",
          // Dates are what the files say, as other readers take them.
          "spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED",
          "spark.sql.parquet.int96RebaseModeInRead", "CORRECTED",
          "spark.sql.avro.datetimeRebaseModeInRead", "CORRECTED",
          // Without it a text column read as an array quietly gives one element.
          "spark.sql.parquet.enableVectorizedReader", "true",
          "spark.sql.parquet.enableNestedColumnVectorizedReader", "true");

  private LocalSpark() {}

  /**
   * @param folder for Spark's own temporary files
   */
  static SparkSession start(int cores, Path folder) {
    SparkConf conf = new SparkConf(false);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(Handshake.FILE_SYSTEMS))
        .forEach(name -> conf.set(name, System.getProperty(name)));
    MEANING.forEach(conf::set);
    conf.setMaster("local[" + cores + "]")
        .setAppName("Sluice")
        // A text is a text, also where it holds ${name}.
        .set("spark.sql.variable.substitute", "false")
        // A number of more digits than a file's older type has would fail there, not just miss.
        .set("spark.sql.parquet.filterPushdown.decimal", "false")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        // Spark's own ports are on the loopback address too, and other users have that as well.
        .set("spark.authenticate", "true")
        .set("spark.local.dir", folder.toString())
        .set("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .set("spark.sql.catalogImplementation", "in-memory")
        .set("spark.default.parallelism", Integer.toString(cores))
        .set("spark.sql.shuffle.partitions", Integer.toString(cores))
        // No query brings classes of its own; a class loader each would ask for every class by
        // socket.
        .set("spark.sql.artifact.isolation.enabled", "false")
        // Listing a few hundred folders takes less than a job would.
        .set("spark.sql.sources.parallelPartitionDiscovery.threshold", "512");
    return SparkSession.builder().config(conf).getOrCreate();
  }
}
