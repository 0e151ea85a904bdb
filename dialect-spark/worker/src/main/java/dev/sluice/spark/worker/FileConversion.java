package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;

import dev.sluice.ConvertedFiles;
import dev.sluice.ConvertedFiles.ColumnSum;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Target;
import dev.sluice.spark.protocol.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be written of a view's rows into a folder of their own, reads them again and
 * holds them against what was read at first. The sums of the source are taken as the rows go by.
 *
 * <p>As many bytes of the source as a file is to have are one task, which writes one file: nothing
 * is counted or shuffled before.
 */
record FileConversion(Conversions.Order order) implements Run.Work {
  private static final long ROW_GROUP_BYTES = 128L << 20;

  /**
   * Timestamps in milliseconds: Athena engine v3 has no finer ones, and rounds them or fails
   * (Amazon Athena User Guide, engine-versions-reference-0003, 2026-04). How Redshift reads
   * timestamps of 64 or 96 bits is not established. Files are compressed by Snappy, which Redshift
   * names (Amazon Redshift Database Developer Guide, r_CREATE_EXTERNAL_TABLE, 2023-04-24).
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS",
          "spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED",
          "spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED",
          "spark.sql.files.minPartitionNum", "1",
          "spark.sql.files.openCostInBytes", "0");

  @Override
  public Frame answer(SparkSession session, Run run) throws IOException, InterruptedException {
    Target target = order.target();
    SETTINGS.forEach((key, value) -> session.conf().set(key, value));
    ColumnSums.SETTINGS.forEach((key, value) -> session.conf().set(key, value));
    session.conf().set("spark.sql.files.maxPartitionBytes", target.bytesOfFile());
    run.reportProgress();
    ColumnSums sums = new ColumnSums(target.shape().written());
    ConvertedFiles read = write(session, sums);
    Row aggregated = aggregated(sums.hashed(written(session, target)), sums.aggregates());
    ConvertedFiles written = sums.read(name -> number(aggregated.getAs(name)));
    requireSame(read, written);
    return run.isCancelled() ? Frame.empty(Frame.Kind.CANCELLED) : Conversions.frame(written);
  }

  private ConvertedFiles write(SparkSession session, ColumnSums sums) throws InterruptedException {
    View view = order.view();
    Target target = order.target();
    Dataset<Row> rows = new Shaping(target.shape()).of(Views.dataset(session, view));
    if (!target.sortedBy().isEmpty()) {
      rows =
          rows.sortWithinPartitions(
              target.sortedBy().stream()
                  .map(name -> col(ColumnarFiles.quoted(name)))
                  .toArray(Column[]::new));
    }
    List<Column> aggregates = sums.aggregates();
    Observation observation = new Observation();
    sums.hashed(rows)
        .observe(observation, aggregates.get(0), rest(aggregates))
        .select(sums.own().toArray(Column[]::new))
        .write()
        .mode(SaveMode.ErrorIfExists)
        .format(format(target.format()))
        .options(options(target.format()))
        .save(Places.hadoop(target.location()));
    Map<String, Object> observed = observation.getAsJava();
    return sums.read(name -> number(observed.get(name)));
  }

  private static Dataset<Row> written(SparkSession session, Target target) {
    return session
        .read()
        .schema(SparkTypes.schema(target.shape().written()))
        .format(format(target.format()))
        .load(Places.hadoop(target.location()));
  }

  private static Row aggregated(Dataset<Row> rows, List<Column> aggregates) {
    return rows.agg(aggregates.get(0), rest(aggregates)).head();
  }

  private static long number(@Nullable Object sum) {
    return (Long) Objects.requireNonNull(sum);
  }

  private static Column[] rest(List<Column> aggregates) {
    return aggregates.subList(1, aggregates.size()).toArray(Column[]::new);
  }

  private static String format(TableFormat format) {
    return format == TableFormat.ORC ? "orc" : "parquet";
  }

  private static Map<String, String> options(TableFormat format) {
    return format == TableFormat.ORC
        ? Map.of("compression", "snappy")
        : Map.of("compression", "snappy", "parquet.block.size", Long.toString(ROW_GROUP_BYTES));
  }

  private static void requireSame(ConvertedFiles read, ConvertedFiles written) {
    if (read.rows() != written.rows()) {
      throw new WorkerException(
          "%d rows were read and %d are in what was written"
              .formatted(read.rows(), written.rows()));
    }
    for (int i = 0; i < read.columns().size(); i++) {
      ColumnSum source = read.columns().get(i);
      ColumnSum copy = written.columns().get(i);
      if (!source.equals(copy)) {
        throw new WorkerException(
            "Column %s reads differently after it was written: %d NULLs and checksum %d became %d and %d"
                .formatted(
                    source.column(),
                    source.nulls(),
                    source.checksum(),
                    copy.nulls(),
                    copy.checksum()));
      }
    }
  }
}
