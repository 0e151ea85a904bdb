package dev.sluice.spark.worker;

import dev.sluice.ResultColumn;
import dev.sluice.spark.protocol.Description;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** Answers one query. */
record QueryRun(Request request) implements Run.Work {

  @Override
  public Frame answer(SparkSession session, Run run) throws IOException {
    for (String statement : request.session()) {
      session.sql(statement);
    }
    Views.register(session, request.views());
    Dataset<Row> result = session.sql(request.sql());
    return switch (request.action()) {
      case DESCRIBE -> new Description(describe(result)).frame();
      case RUN -> stream(session, result, run);
    };
  }

  private static List<ResultColumn> describe(Dataset<Row> result) {
    List<ResultColumn> columns = new ArrayList<>();
    for (StructField field : result.schema().fields()) {
      columns.add(new ResultColumn(field.name(), SparkTypes.from(field.dataType())));
    }
    return columns;
  }

  private Frame stream(SparkSession session, Dataset<Row> result, Run run) throws IOException {
    requireAgreement(describe(result));
    run.reportProgress();
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Path folder = Files.createTempDirectory("answer-");
    try {
      JavaRDD<Spool> parts = result.javaRDD().mapPartitions(new Encode(request.columns(), folder));
      int count = parts.getNumPartitions();
      int wave = spark.defaultParallelism();
      for (int first = 0; first < count && !run.isCancelled(); first += wave) {
        int[] numbers = IntStream.range(first, Math.min(first + wave, count)).toArray();
        for (List<Spool> part : parts.collectPartitions(numbers)) {
          part.get(0).drain(run::send);
        }
      }
    } finally {
      ParentWatch.delete(folder);
    }
    return Frame.empty(run.isCancelled() ? Frame.Kind.CANCELLED : Frame.Kind.END);
  }

  private void requireAgreement(List<ResultColumn> actual) {
    List<ResultColumn> expected = request.columns();
    if (actual.size() != expected.size()) {
      throw new WorkerException(
          "Spark's answer has %d columns, where %d were planned: %s"
              .formatted(
                  actual.size(),
                  expected.size(),
                  actual.stream().map(ResultColumn::name).toList()));
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!Family.agree(actual.get(i).type(), expected.get(i).type())) {
        throw new WorkerException(
            "Column %s of the answer is %s to Spark, where %s was planned"
                .formatted(expected.get(i).name(), actual.get(i).type(), expected.get(i).type()));
      }
    }
  }
}
