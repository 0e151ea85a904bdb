package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;

/** Counts a query's tasks now and then and tells the client when the counts have changed. */
final class ProgressReport implements Runnable {
  private static final long PERIOD_MILLIS = 250;

  private final JavaSparkContext spark;
  private final String jobGroup;
  private final Sink sink;
  private final CountDownLatch finished;

  ProgressReport(JavaSparkContext spark, String jobGroup, Sink sink, CountDownLatch finished) {
    this.spark = spark;
    this.jobGroup = jobGroup;
    this.sink = sink;
    this.finished = finished;
  }

  @Override
  public void run() {
    long[] last = {0, 0};
    try {
      while (!finished.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        long[] now = count();
        if (now[0] != last[0] || now[1] != last[1]) {
          last = now;
          byte[] body = ByteBuffer.allocate(2 * Long.BYTES).putLong(now[0]).putLong(now[1]).array();
          sink.offer(new Frame(Frame.Kind.PROGRESS, body));
        }
      }
    } catch (IOException e) {
      // The client has gone; who reads its side of the connection cancels the query.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long[] count() {
    JavaSparkStatusTracker tracker = spark.statusTracker();
    long done = 0;
    long total = 0;
    for (int job : tracker.getJobIdsForGroup(jobGroup)) {
      SparkJobInfo info = tracker.getJobInfo(job);
      for (int stage : info == null ? new int[0] : info.stageIds()) {
        SparkStageInfo counts = tracker.getStageInfo(stage);
        done += counts == null ? 0 : counts.numCompletedTasks();
        total += counts == null ? 0 : counts.numTasks();
      }
    }
    return new long[] {done, total};
  }
}
