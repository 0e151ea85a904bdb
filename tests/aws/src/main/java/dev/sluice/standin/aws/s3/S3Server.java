package dev.sluice.standin.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Adobe's S3Mock on the loopback address, in a process of its own: it is a program whose libraries
 * must not meet others. Where its jar is tells the system property {@code sluice.s3mock}. It takes
 * any credentials. Safe for use by several threads.
 */
public final class S3Server implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(3);

  private final URI uri;
  private final Process process;

  private S3Server(URI uri, Process process) {
    this.uri = uri;
    this.process = process;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param folder for what it stores; must exist
   */
  public static S3Server start(Path folder) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("s3mock.log");
    Process process =
        new ProcessBuilder(command(folder, port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    S3Server server = new S3Server(URI.create("http://127.0.0.1:" + port), process);
    Thread end = new Thread(process::destroyForcibly, "s3mock-end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      server.waitUntilItAnswers(log);
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static List<String> command(Path folder, int port) throws IOException {
    Path settings = folder.resolve("loopback.xml");
    try (InputStream resource = S3Server.class.getResourceAsStream("loopback.xml")) {
      Files.copy(Objects.requireNonNull(resource), settings);
    }
    String jar = System.getProperty("sluice.s3mock");
    if (jar == null) {
      throw new IllegalStateException("Set sluice.s3mock to the jar of S3Mock");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx400m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + folder,
        "-jar",
        jar,
        "--server.address=127.0.0.1",
        // One port would be for TLS; nobody calls it.
        "--server.port=0",
        "--server.ssl.enabled=false",
        "--http.port=" + port,
        "--spring.main.sources=" + settings.toUri(),
        "--com.adobe.testing.s3mock.max-payload-size=2GB",
        "--com.adobe.testing.s3mock.store.root=" + folder.resolve("store"),
        "--spring.main.banner-mode=off");
  }

  public URI uri() {
    return uri;
  }

  public S3Objects objects() {
    return new S3Objects(uri);
  }

  private void waitUntilItAnswers(Path log) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(STARTING);
    while (!objects().answers()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException("S3Mock does not start:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
