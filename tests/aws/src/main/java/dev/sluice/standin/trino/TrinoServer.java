package dev.sluice.standin.trino;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trino 411 on the loopback address, in a process of its own that ends with this one. Its libraries
 * are found by the system properties {@code sluice.trino.target} and {@code
 * sluice.trino.hive.target}: the target folders of the modules that bring them. Safe for use by
 * several threads.
 */
public final class TrinoServer implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(5);

  private final Path folder;
  private final URI uri;
  private final Process process;

  private TrinoServer(Path folder, URI uri, Process process) {
    this.folder = folder;
    this.uri = uri;
    this.process = process;
  }

  /**
   * What a server is made of.
   *
   * @param catalogs the properties of each catalog by its name; those of Hive need the plugin
   * @param probe a query that must succeed before the server counts as started
   */
  public record Setup(Map<String, Map<String, String>> catalogs, boolean hive, String probe) {
    /** A server without tables. */
    public static Setup bare() {
      return new Setup(Map.of(), false, "SELECT 1");
    }
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param folder for its files; must exist
   */
  public static TrinoServer start(Path folder, Setup setup)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    configure(folder, port, setup);
    URI uri = URI.create("http://127.0.0.1:" + port);
    TrinoServer server = new TrinoServer(folder, uri, process(folder));
    try {
      server.waitUntilItAnswers(setup.probe());
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public URI uri() {
    return uri;
  }

  private static Process process(Path folder) throws IOException {
    Path target = target("sluice.trino.target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1200m", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
    command.add("-Dconfig=" + folder.resolve("config.properties"));
    command.add("-cp");
    command.add(
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("trino.classpath")).strip());
    command.addAll(List.of("dev.sluice.trino.StandIn", "411"));
    return new ProcessBuilder(command)
        // Trino writes its log of requests below the folder that it runs in.
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("trino.log").toFile())
        .start();
  }

  private static Path target(String property) {
    String target = System.getProperty(property);
    if (target == null) {
      throw new IllegalStateException("Set " + property + " to the module's target folder");
    }
    return Path.of(target);
  }

  private static void configure(Path folder, int port, Setup setup) throws IOException {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("coordinator", "true");
    config.put("node-scheduler.include-coordinator", "true");
    config.put("http-server.http.port", String.valueOf(port));
    config.put("discovery.uri", "http://127.0.0.1:" + port);
    config.put("plugin.dir", folder.resolve("plugin").toString());
    config.put("catalog.config-dir", folder.resolve("catalogs").toString());
    config.put("node.environment", "test");
    config.put("node.id", "one");
    config.put("node.internal-address", "127.0.0.1");
    write(folder.resolve("config.properties"), config);
    Files.createDirectories(folder.resolve("catalogs"));
    for (Map.Entry<String, Map<String, String>> catalog : setup.catalogs().entrySet()) {
      write(
          folder.resolve("catalogs").resolve(catalog.getKey() + ".properties"), catalog.getValue());
    }
    Path plugins = Files.createDirectories(folder.resolve("plugin"));
    if (setup.hive()) {
      hive(Files.createDirectories(plugins.resolve("hive")));
    }
  }

  private static void hive(Path plugin) throws IOException {
    Path target = target("sluice.trino.hive.target");
    Files.createSymbolicLink(plugin.resolve("classes"), target.resolve("classes"));
    String libraries = Files.readString(target.resolve("hive.classpath")).strip();
    for (String library : libraries.split(File.pathSeparator)) {
      Path jar = Path.of(library);
      Files.createSymbolicLink(plugin.resolve(jar.getFileName()), jar);
    }
  }

  private static void write(Path file, Map<String, String> properties) throws IOException {
    Files.write(
        file,
        properties.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  /** A server that answers may still have no nodes to read files on: only rows tell. */
  private void waitUntilItAnswers(String probe) throws IOException, InterruptedException {
    TrinoClient client = new TrinoClient(uri);
    Instant end = Instant.now().plus(STARTING);
    while (!client.answers(probe)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException(
            "Trino does not start:\n" + Files.readString(folder.resolve("trino.log")));
      }
      Thread.sleep(250);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> links = Files.find(folder, 3, (file, of) -> of.isSymbolicLink())) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
