package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole Trino with the Hive connector over local files, in a process of its own that ends with
 * this one. Shareable between threads.
 */
final class TrinoStandIn implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Path TARGET = Path.of(System.getProperty("sluice.trino.target"));
  private static final Path HIVE = Path.of(System.getProperty("sluice.trino.hive.target"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final URI statements;
  private final Process process;

  /** What Trino answers: rows, or the name of an error. */
  record Answer(List<JsonNode> rows, @Nullable String error, @Nullable String message) {}

  private TrinoStandIn(Path folder, int port) throws IOException {
    this.folder = folder;
    this.statements = URI.create("http://127.0.0.1:" + port + "/v1/statement");
    configure(port);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    this.process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx1200m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dconfig=" + folder.resolve("config.properties"),
                "-cp",
                TARGET.resolve("classes") + File.pathSeparator + libraries(TARGET, "trino"),
                "dev.sluice.trino.StandIn",
                "411")
            // Trino writes its log of requests below the folder that it runs in.
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("trino.log").toFile())
            .start();
  }

  /**
   * Starts one whose metastore is {@code folder/metastore}, and waits until it answers.
   *
   * @param table that it must have read
   */
  static TrinoStandIn start(Path folder, String table) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TrinoStandIn trino = new TrinoStandIn(folder, port);
    try {
      trino.waitUntilItReads(table);
      return trino;
    } catch (IOException | InterruptedException | RuntimeException e) {
      trino.close();
      throw e;
    }
  }

  private void configure(int port) throws IOException {
    write(
        "config.properties",
        "coordinator=true",
        "node-scheduler.include-coordinator=true",
        "http-server.http.port=" + port,
        "discovery.uri=http://127.0.0.1:" + port,
        "plugin.dir=" + folder.resolve("plugin"),
        "catalog.config-dir=" + folder.resolve("catalogs"),
        "node.environment=test",
        "node.id=one",
        "node.internal-address=127.0.0.1");
    write(
        "catalogs/hive.properties",
        "connector.name=hive",
        "hive.metastore=file",
        "hive.metastore.catalog.dir=" + folder.resolve("metastore").toUri(),
        "hive.security=allow-all",
        "hive.partition-projection-enabled=true");
    Path plugin = Files.createDirectories(folder.resolve("plugin/hive"));
    Files.createSymbolicLink(plugin.resolve("classes"), HIVE.resolve("classes"));
    for (String library : libraries(HIVE, "hive").split(File.pathSeparator)) {
      Path jar = Path.of(library);
      Files.createSymbolicLink(plugin.resolve(jar.getFileName()), jar);
    }
  }

  private void write(String file, String... lines) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  private static String libraries(Path target, String name) throws IOException {
    return Files.readString(target.resolve(name + ".classpath")).strip();
  }

  /** A server that answers may still have no nodes to read files on: only rows tell. */
  private void waitUntilItReads(String table) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(STARTING);
    while (!reads(table)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException(
            "Trino does not start:\n" + Files.readString(folder.resolve("trino.log")));
      }
      Thread.sleep(250);
    }
  }

  private boolean reads(String table) throws InterruptedException {
    try {
      return ask("SELECT * FROM " + table).error() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks and waits for all rows.
   *
   * @param session settings of the session, {@code name=value}
   */
  Answer ask(String sql, String... session) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(statements).POST(HttpRequest.BodyPublishers.ofString(sql));
    if (session.length > 0) {
      request.header("X-Trino-Session", String.join(",", session));
    }
    List<JsonNode> rows = new ArrayList<>();
    JsonNode answer = send(request.build());
    while (true) {
      answer.path("data").forEach(rows::add);
      if (answer.has("error")) {
        JsonNode error = answer.path("error");
        return new Answer(
            List.of(), error.path("errorName").asText(), error.path("message").asText());
      }
      if (!answer.has("nextUri")) {
        return new Answer(rows, null, null);
      }
      answer = send(request(URI.create(answer.path("nextUri").asText())).GET().build());
    }
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofMinutes(1))
        .header("X-Trino-User", "tests")
        .header("X-Trino-Catalog", "hive")
        .header("X-Trino-Time-Zone", "UTC")
        .header("X-Trino-Language", Locale.ENGLISH.toLanguageTag());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("Trino says " + response.statusCode() + ": " + response.body());
    }
    return json.readTree(response.body());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
