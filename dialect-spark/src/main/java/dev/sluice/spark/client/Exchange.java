package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.spark.protocol.Failure;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Carries one request to the worker and its answer into the inbox, on a thread of its own. */
final class Exchange implements Runnable {
  private final Worker worker;
  private final Request request;
  private final RunListener listener;
  private final Inbox inbox;
  private @Nullable Connection connection;

  Exchange(Worker worker, Request request, RunListener listener, Inbox inbox) {
    this.worker = worker;
    this.request = request;
    this.listener = listener;
    this.inbox = inbox;
  }

  @Override
  public void run() {
    try {
      if (!worker.isReady()) {
        listener.progressed(new Progress("starting Spark", 0, 0));
      }
      try (Worker.Line line = worker.open()) {
        receive(line);
      }
    } catch (SluiceException e) {
      inbox.end(e);
    } catch (InterruptedException e) {
      inbox.stop();
    } catch (RuntimeException | Error e) {
      inbox.end(new SluiceException(ErrorCode.INTERNAL, "The Spark client failed: " + e, e));
    }
  }

  private void receive(Worker.Line line) throws InterruptedException {
    try {
      if (!attach(line.connection())) {
        return;
      }
      line.connection().send(request.frame());
      listener.progressed(new Progress("running", 0, 0));
      while (take(line.connection().read())) {
        // Until the frame that ends the answer.
      }
    } catch (IOException e) {
      if (!inbox.isEnded()) {
        throw line.process().lost("Spark was lost while the query ran", e);
      }
    }
  }

  private boolean take(Frame frame) throws IOException, InterruptedException {
    return switch (frame.kind()) {
      case ROWS -> {
        inbox.put(frame.body());
        yield true;
      }
      case PROGRESS -> {
        ByteBuffer counts = ByteBuffer.wrap(frame.body());
        listener.progressed(new Progress("running", counts.getLong(), counts.getLong()));
        yield true;
      }
      case END -> end(null);
      case CANCELLED -> end(new SluiceException(ErrorCode.CANCELLED, "The query was cancelled"));
      case FAILED -> end(failure(Failure.of(frame)));
      case REQUEST, CONVERT, CANCEL, COLUMNS, CONVERTED ->
          throw new SluiceException(
              ErrorCode.INTERNAL, "The worker answered a query with " + frame.kind());
    };
  }

  private boolean end(@Nullable SluiceException why) {
    inbox.end(why);
    return false;
  }

  static SluiceException failure(Failure failure) {
    return new SluiceException(
        ErrorCode.ENGINE_FAILED, failure.message(), new RemoteTrace(failure.trace()));
  }

  /** Asks the worker to stop; what was received and not read is dropped. */
  void cancel() {
    inbox.stop();
    Connection open = connection();
    if (open != null) {
      try {
        open.send(Frame.empty(Frame.Kind.CANCEL));
      } catch (IOException e) {
        open.close(); // which says the same, if anybody is left to hear it
      }
    }
  }

  /** Nobody reads on: the worker stops when the connection ends. */
  void abandon() {
    inbox.stop();
    Connection open = connection();
    if (open != null) {
      open.close();
    }
  }

  private synchronized @Nullable Connection connection() {
    return connection;
  }

  /** False when the query was cancelled before it began. */
  private synchronized boolean attach(Connection opened) {
    connection = opened;
    return !inbox.isEnded();
  }
}
