package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.spark.protocol.Handshake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A running Spark process. Safe for use by several threads; who started it closes it. */
final class WorkerProcess implements AutoCloseable {
  private static final int START_SECONDS = 180;
  private static final int END_SECONDS = 10;

  /** How a Java ends that was started with {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final Path folder;
  private final LogTail log;
  private final String secret = Handshake.newSecret();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private WorkerProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.log = new LogTail(folder.resolve("spark.log"));
  }

  /** Starts a process, without waiting for Spark in it. */
  static WorkerProcess start(SparkSettings settings) {
    try {
      Path folder = Files.createTempDirectory("sluice-spark-");
      WorkerProcess worker = new WorkerProcess(WorkerCommand.of(settings, folder).start(), folder);
      Thread drain = new Thread(worker::drain, "sluice-spark-log");
      drain.setDaemon(true);
      drain.start();
      worker.handOverSecret();
      return worker;
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.ENGINE_UNAVAILABLE, "Spark's process cannot be started: " + e.getMessage(), e);
    }
  }

  /** The stream stays open: its end tells the process that its parent has ended. */
  private void handOverSecret() throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((secret + "\n").getBytes(StandardCharsets.US_ASCII));
    in.flush();
  }

  private void drain() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Handshake.READY)) {
          port.complete(Integer.parseInt(line.substring(Handshake.READY.length()).strip()));
        } else {
          log.add(line);
        }
      }
    } catch (IOException e) {
      log.add("Its log cannot be read any more: " + e.getMessage());
    } finally {
      port.completeExceptionally(new IOException("The process has ended"));
    }
  }

  /** Waits until Spark is up. */
  void awaitReady() {
    try {
      int unused = port.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw lost("Spark did not start", e);
    } catch (TimeoutException e) {
      throw lost("Spark did not start within " + START_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Interrupted while Spark was starting", e);
    }
  }

  /** A new connection to a process that is ready. */
  Connection connect() throws IOException {
    awaitReady();
    return new Connection(new Socket(Handshake.address(), port.join()), secret);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isReady() {
    return port.isDone() && isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  int port() {
    return port.join();
  }

  /** The error for a process that is no longer to be reached, with the end of its log. */
  SluiceException lost(String what, Throwable cause) {
    String end = "";
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        end = " (its process ended with code " + process.exitValue() + ")";
        end +=
            process.exitValue() == OUT_OF_MEMORY
                ? "; it ran out of memory, of which setting 'memory' of engine spark gives more"
                : "";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new SluiceException(ErrorCode.ENGINE_UNAVAILABLE, what + end + log.text(), cause);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left lies in the temporary folder and harms nobody.
    }
  }
}
