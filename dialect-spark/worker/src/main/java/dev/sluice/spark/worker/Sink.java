package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Frame;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way back to the client, shared by the rows and the reports of progress. Writing waits while
 * the client is busy: that is what holds Spark back when rows are taken slowly.
 */
final class Sink {
  private final DataOutputStream out;
  private final ReentrantLock lock = new ReentrantLock();

  Sink(DataOutputStream out) {
    this.out = out;
  }

  void send(Frame frame) throws IOException {
    lock.lock();
    try {
      frame.writeTo(out);
    } finally {
      lock.unlock();
    }
  }

  /** Sends unless the way is busy: progress that comes late is worth nothing. */
  void offer(Frame frame) throws IOException {
    if (lock.tryLock()) {
      try {
        frame.writeTo(out);
      } finally {
        lock.unlock();
      }
    }
  }
}
