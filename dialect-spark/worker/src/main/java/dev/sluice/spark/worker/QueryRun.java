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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** One query in a session of its own. {@link #cancel} may come from any thread. */
final class QueryRun {
  private final SparkSession session;
  private final Request request;
  private final Sink sink;
  private final String jobGroup = UUID.randomUUID().toString();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean cancelled;
  private volatile @Nullable Thread thread;

  QueryRun(SparkSession session, Request request, Sink sink) {
    this.session = session;
    this.request = request;
    this.sink = sink;
  }

  /** Runs to the end on this thread and tells the client how it ended. */
  void run() throws IOException {
    thread = Thread.currentThread();
    Frame last;
    try {
      last = answer();
    } catch (Throwable e) {
      last = cancelled ? Frame.empty(Frame.Kind.CANCELLED) : SparkProblem.of(e).frame();
    } finally {
      finished.countDown();
      session.sparkContext().clearJobGroup();
    }
    sink.send(last);
  }

  private Frame answer() throws IOException {
    session.sparkContext().setJobGroup(jobGroup, "Sluice", true);
    for (String statement : request.session()) {
      session.sql(statement);
    }
    Views.register(session, request.views());
    Dataset<Row> result = session.sql(request.sql());
    return switch (request.action()) {
      case DESCRIBE -> new Description(describe(result)).frame();
      case RUN -> stream(result);
    };
  }

  private static List<ResultColumn> describe(Dataset<Row> result) {
    List<ResultColumn> columns = new ArrayList<>();
    for (StructField field : result.schema().fields()) {
      columns.add(new ResultColumn(field.name(), SparkTypes.from(field.dataType())));
    }
    return columns;
  }

  private Frame stream(Dataset<Row> result) throws IOException {
    requireAgreement(describe(result));
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    daemon(new ProgressReport(spark, jobGroup, sink, finished), "progress");
    Path folder = Files.createTempDirectory("answer-");
    try {
      JavaRDD<Spool> parts = result.javaRDD().mapPartitions(new Encode(request.columns(), folder));
      int count = parts.getNumPartitions();
      int wave = spark.defaultParallelism();
      for (int first = 0; first < count && !cancelled; first += wave) {
        int[] numbers = IntStream.range(first, Math.min(first + wave, count)).toArray();
        for (List<Spool> part : parts.collectPartitions(numbers)) {
          part.get(0).drain(this::send);
        }
      }
    } finally {
      ParentWatch.delete(folder);
    }
    return Frame.empty(cancelled ? Frame.Kind.CANCELLED : Frame.Kind.END);
  }

  private boolean send(byte[] batch) throws IOException {
    if (!cancelled) {
      sink.send(new Frame(Frame.Kind.ROWS, batch));
    }
    return !cancelled;
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

  /**
   * Stops the query, whether it is planning, running or waiting. Spark forgets a plain cancellation
   * that comes before a job is there: the thread that waits for the job would be gone, and the job
   * would keep every core. So jobs to come are cancelled too, and until the query has ended the
   * thread is told again and again.
   */
  void cancel() {
    cancelled = true;
    try {
      do {
        session.sparkContext().cancelJobGroupAndFutureJobs(jobGroup);
        Thread running = thread;
        if (running != null && finished.getCount() > 0) {
          running.interrupt();
        }
      } while (!finished.await(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable task, String name) {
    Thread daemon = new Thread(task, "sluice-" + name);
    daemon.setDaemon(true);
    daemon.start();
  }
}
