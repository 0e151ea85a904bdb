package dev.sluice.standin.trino;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Speaks Trino's protocol for clients: a query is posted, and its pages are followed to the end.
 * Safe for use by several threads.
 */
public final class TrinoClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI server;

  /** Takes the pages of an answer as they come. */
  public interface Pages {
    void take(JsonNode page) throws IOException;
  }

  public TrinoClient(URI server) {
    this.server = server;
  }

  /**
   * Executes a query to its end. One that fails ends with a page that has an {@code error}.
   *
   * @throws InterruptedException when the thread was interrupted; the query is stopped then
   */
  public void execute(String sql, Optional<String> catalog, Optional<String> schema, Pages pages)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(server.resolve("/v1/statement")).POST(HttpRequest.BodyPublishers.ofString(sql));
    catalog.ifPresent(name -> request.header("X-Trino-Catalog", name));
    schema.ifPresent(name -> request.header("X-Trino-Schema", name));
    JsonNode page = send(request.build());
    while (true) {
      pages.take(page);
      if (!page.has("nextUri")) {
        return;
      }
      page = following(URI.create(page.path("nextUri").asText()));
    }
  }

  private JsonNode following(URI next) throws IOException, InterruptedException {
    try {
      return send(request(next).GET().build());
    } catch (InterruptedException e) {
      http.sendAsync(request(next).DELETE().build(), HttpResponse.BodyHandlers.discarding());
      throw e;
    }
  }

  /** Whether a query succeeds. */
  boolean answers(String sql) throws InterruptedException {
    boolean[] failed = new boolean[1];
    try {
      execute(sql, Optional.empty(), Optional.empty(), page -> failed[0] |= page.has("error"));
      return !failed[0];
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofMinutes(2))
        .header("X-Trino-User", "tests")
        .header("X-Trino-Time-Zone", "UTC")
        .header("X-Trino-Language", "en")
        // Without it, times of more than milliseconds are cut.
        .header("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 503) {
        // It is busy, and asks to be asked again.
        Thread.sleep(50);
        return send(request);
      }
      if (response.statusCode() != 200) {
        throw new IOException(
            "Trino says "
                + response.statusCode()
                + ": "
                + new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
      return json.readTree(body);
    }
  }
}
