package dev.sluice.spark.client;

import dev.sluice.Conversion;
import dev.sluice.ConvertedFiles;
import dev.sluice.Converter;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Failure;
import dev.sluice.spark.protocol.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Has the engine's process convert files. */
record SparkConverter(Worker worker, Requests requests) implements Converter {

  @Override
  public EngineName engine() {
    return SparkEngine.NAME;
  }

  @Override
  public Optional<String> schemaLocation(Table table) {
    return requests.schemaLocation(table);
  }

  @Override
  public ConvertedFiles convert(Conversion conversion, RunListener listener) {
    Conversions.Order order = requests.convert(conversion);
    if (!worker.isReady()) {
      listener.progressed(new Progress("starting Spark", 0, 0));
    }
    try (Worker.Line line = worker.open()) {
      return await(line, answer(line, order, listener));
    }
  }

  /** Read on a thread of its own: who waits for a socket cannot be interrupted. */
  private static CompletableFuture<ConvertedFiles> answer(
      Worker.Line line, Conversions.Order order, RunListener listener) {
    CompletableFuture<ConvertedFiles> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                line.connection().send(order.frame());
                answer.complete(converted(line, listener));
              } catch (IOException e) {
                answer.completeExceptionally(
                    line.process().lost("Spark was lost while it converted files", e));
              } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            },
            "sluice-spark-conversion");
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  private static ConvertedFiles converted(Worker.Line line, RunListener listener)
      throws IOException {
    while (true) {
      Frame frame = line.connection().read();
      switch (frame.kind()) {
        case PROGRESS -> {
          ByteBuffer counts = ByteBuffer.wrap(frame.body());
          listener.progressed(new Progress("converting", counts.getLong(), counts.getLong()));
        }
        case CONVERTED -> {
          return Conversions.converted(frame);
        }
        case CANCELLED -> throw cancelled();
        case FAILED -> throw Exchange.failure(Failure.of(frame));
        case REQUEST, CONVERT, CANCEL, ROWS, COLUMNS, END ->
            throw new SluiceException(
                ErrorCode.INTERNAL, "The worker answered a conversion with " + frame.kind());
      }
    }
  }

  /** Returns once the worker has stopped, so that nothing is written any more. */
  private static ConvertedFiles await(Worker.Line line, CompletableFuture<ConvertedFiles> answer) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          ConvertedFiles converted = answer.get();
          if (interrupted) {
            throw cancelled();
          }
          return converted;
        } catch (InterruptedException e) {
          interrupted = true;
          cancel(line);
        } catch (ExecutionException e) {
          throw failure(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static SluiceException failure(ExecutionException failed) {
    return failed.getCause() instanceof SluiceException told
        ? told
        : new SluiceException(ErrorCode.INTERNAL, "The Spark client failed: " + failed, failed);
  }

  private static void cancel(Worker.Line line) {
    try {
      line.connection().send(Frame.empty(Frame.Kind.CANCEL));
    } catch (IOException e) {
      line.connection().close(); // which says the same, if anybody is left to hear it
    }
  }

  private static SluiceException cancelled() {
    return new SluiceException(ErrorCode.CANCELLED, "The conversion was cancelled");
  }
}
