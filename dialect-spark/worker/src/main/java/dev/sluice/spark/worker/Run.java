package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Frame;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One piece of work in a session of its own. {@link #cancel} may come from any thread. */
final class Run {
  private final SparkSession session;
  private final Work work;
  private final Sink sink;
  private final String jobGroup = UUID.randomUUID().toString();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean cancelled;
  private volatile @Nullable Thread thread;

  /** What is done for a client. */
  interface Work {
    /** Does it, and gives what ends the answer. */
    Frame answer(SparkSession session, Run run) throws IOException, InterruptedException;
  }

  Run(SparkSession session, Work work, Sink sink) {
    this.session = session;
    this.work = work;
    this.sink = sink;
  }

  /** Runs to the end on this thread and tells the client how it ended. */
  void run() throws IOException {
    thread = Thread.currentThread();
    Frame last;
    try {
      session.sparkContext().setJobGroup(jobGroup, "Sluice", true);
      last = work.answer(session, this);
    } catch (Throwable e) {
      last = cancelled ? Frame.empty(Frame.Kind.CANCELLED) : SparkProblem.of(e).frame();
    } finally {
      finished.countDown();
      session.sparkContext().clearJobGroup();
    }
    sink.send(last);
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Tells the client from now on how many tasks are done. */
  void reportProgress() {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Thread daemon =
        new Thread(new ProgressReport(spark, jobGroup, sink, finished), "sluice-progress");
    daemon.setDaemon(true);
    daemon.start();
  }

  /** Sends rows; false when nobody wants more. */
  boolean send(byte[] batch) throws IOException {
    if (!cancelled) {
      sink.send(new Frame(Frame.Kind.ROWS, batch));
    }
    return !cancelled;
  }

  /**
   * Stops the work, whether it is planning, running or waiting. Spark forgets a plain cancellation
   * that comes before a job is there: the thread that waits for the job would be gone, and the job
   * would keep every core. So jobs to come are cancelled too, and until it has ended the thread is
   * told again and again.
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
}
