package dev.sluice.standin.aws.s3;

import dev.sluice.standin.aws.wire.LoopbackServer;
import dev.sluice.standin.aws.wire.Request;
import dev.sluice.standin.aws.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before an S3 and lets things go wrong. Bodies pass through memory. Safe for use by several
 * threads.
 */
public final class S3Proxy implements AutoCloseable {
  /** Those that the HTTP client sets by itself. */
  private static final Set<String> OF_CONNECTION =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private final S3Faults faults = new S3Faults();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  /**
   * A request that came.
   *
   * @param range {@code bytes=0-99}; empty for the whole object
   */
  public record Asked(String method, String path, Optional<String> range) {}

  private S3Proxy(URI behind) {
    this.behind = behind;
    this.server = LoopbackServer.start("s3-proxy", this::answer);
  }

  public static S3Proxy before(URI s3) {
    return new S3Proxy(s3);
  }

  public URI uri() {
    return server.uri();
  }

  public S3Faults faults() {
    return faults;
  }

  /** All requests in the order in which they came. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** How many connections of clients are open. */
  public int connections() {
    return server.connections();
  }

  private Response answer(Request request) throws IOException, InterruptedException {
    String path = request.target().split("\\?")[0];
    asked.add(new Asked(request.method(), path, Optional.ofNullable(request.header("range"))));
    Optional<S3Faults.Fault> fault = faults.next(request.method(), path);
    if (fault.isEmpty()) {
      return forward(request);
    }
    Thread.sleep(fault.get().pause().toMillis());
    fault.get().before().run();
    Response response =
        fault.get().instead().isPresent() ? fault.get().instead().get() : forward(request);
    return fault.get().answer().apply(response);
  }

  private Response forward(Request request) throws IOException, InterruptedException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(URI.create(behind + request.target()))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_CONNECTION.contains(name)) {
                forwarded.header(name, value);
              }
            });
    HttpResponse<byte[]> response =
        http.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              boolean ofHead =
                  request.method().equals("HEAD") && name.equalsIgnoreCase("content-length");
              if (ofHead) {
                headers.put("Content-Length", values.get(0));
              } else if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values.get(0));
              }
            });
    return new Response(response.statusCode(), headers, response.body());
  }

  @Override
  public void close() {
    server.close();
  }
}
