package dev.sluice.standin.aws.s3;

import dev.sluice.standin.aws.athena.ResultStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts objects into an S3 that takes any credentials, without AWS's SDK. Safe for use by several
 * threads.
 */
public final class S3Objects implements ResultStore {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  public S3Objects(URI server) {
    this.server = server;
  }

  boolean answers() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(server.resolve("/")).GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public void bucket(String name) throws IOException, InterruptedException {
    require(send(HttpRequest.newBuilder(server.resolve("/" + name)).PUT(nothing())), name);
  }

  @Override
  public void put(String location, Path file) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body =
        Files.size(file) == 0 ? nothing() : HttpRequest.BodyPublishers.ofFile(file);
    require(send(HttpRequest.newBuilder(uri(location)).PUT(body)), location);
  }

  public void put(String location, byte[] content) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(content);
    require(send(HttpRequest.newBuilder(uri(location)).PUT(body)), location);
  }

  /**
   * @throws FileNotFoundException when there is no such object
   */
  public byte[] get(String location) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(HttpRequest.newBuilder(uri(location)).GET());
    if (response.statusCode() == 404) {
      throw new FileNotFoundException(location);
    }
    require(response, location);
    return response.body();
  }

  public void delete(String location) throws IOException, InterruptedException {
    require(send(HttpRequest.newBuilder(uri(location)).DELETE()), location);
  }

  /**
   * Uploads all files below a folder.
   *
   * @param location {@code s3://BUCKET/PREFIX}, without a slash at its end
   */
  public void upload(Path folder, String location) throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      put(location + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
    }
  }

  private URI uri(String location) {
    if (!location.startsWith("s3://")) {
      throw new IllegalArgumentException(location + " is not in S3");
    }
    StringBuilder path = new StringBuilder();
    for (String name : location.substring("s3://".length()).split("/", -1)) {
      path.append('/').append(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return server.resolve(path.toString());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static void require(HttpResponse<byte[]> response, String what) throws IOException {
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "S3 says %d to %s: %s"
              .formatted(
                  response.statusCode(),
                  what,
                  new String(response.body(), StandardCharsets.UTF_8)));
    }
  }
}
