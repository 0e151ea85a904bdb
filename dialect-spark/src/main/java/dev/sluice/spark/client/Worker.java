package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The one process of an engine: started when first needed, and again when it was lost. Safe for use
 * by several threads.
 */
final class Worker implements AutoCloseable {
  private final SparkSettings settings;
  private final Thread atExit = new Thread(this::end, "sluice-spark-exit");
  private @Nullable WorkerProcess process;
  private boolean closed;

  Worker(SparkSettings settings) {
    this.settings = settings;
  }

  /** A connection and the process at its other end. */
  record Line(Connection connection, WorkerProcess process) implements AutoCloseable {
    @Override
    public void close() {
      connection.close();
    }
  }

  Line open() {
    return open(true);
  }

  private Line open(boolean again) {
    WorkerProcess running = running();
    try {
      return new Line(running.connect(), running);
    } catch (IOException e) {
      SluiceException lost = running.lost("Spark cannot be reached", e);
      if (again && !running.isAlive()) {
        return open(false); // it ended since the last query, and nothing of this one was lost
      }
      throw lost;
    }
  }

  synchronized boolean isReady() {
    return process != null && process.isReady();
  }

  synchronized WorkerProcess running() {
    if (closed) {
      throw new SluiceException(ErrorCode.ENGINE_UNAVAILABLE, "The Spark engine was closed");
    }
    if (process == null || !process.isAlive()) {
      if (process == null) {
        Runtime.getRuntime().addShutdownHook(atExit);
      } else {
        process.close();
      }
      process = WorkerProcess.start(settings);
    }
    return process;
  }

  @Override
  public void close() {
    if (end()) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The hook is running already.
      }
    }
  }

  private synchronized boolean end() {
    closed = true;
    WorkerProcess running = process;
    process = null;
    if (running != null) {
      running.close();
    }
    return running != null;
  }
}
