package dev.sluice.standin.aws.s3;

import dev.sluice.standin.aws.athena.ResultStore;
import dev.sluice.standin.aws.wire.LoopbackServer;
import dev.sluice.standin.aws.wire.Request;
import dev.sluice.standin.aws.wire.Response;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives parts of objects as S3 does, and takes next to no time for it: for measuring what a client
 * takes. Knows GetObject alone, and looks at no signature. Safe for use by several threads.
 */
public final class ObjectServer implements ResultStore, AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final Path folder;
  private final Duration latency;
  private final Map<String, Path> objects = new ConcurrentHashMap<>();
  private final LoopbackServer server;

  private ObjectServer(Path folder, Duration latency) {
    this.folder = folder;
    this.latency = latency;
    this.server = LoopbackServer.start("objects", this::answer);
  }

  /**
   * @param folder where objects are kept; must exist
   * @param latency how much longer each call takes
   */
  public static ObjectServer start(Path folder, Duration latency) {
    return new ObjectServer(folder, latency);
  }

  public URI uri() {
    return server.uri();
  }

  @Override
  public void put(String location, Path file) throws IOException {
    Path kept = Files.createTempFile(folder, "object", "");
    Files.delete(kept);
    Files.createLink(kept, file);
    objects.put(location.substring("s3:/".length()), kept);
  }

  private Response answer(Request request) throws IOException, InterruptedException {
    Thread.sleep(latency.toMillis());
    Path object = objects.get(request.target().split("\\?")[0]);
    String asked = request.header("range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (object == null || !range.matches()) {
      byte[] error = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
      return Response.of(404, "application/xml", error);
    }
    long size = Files.size(object);
    long from = Long.parseLong(range.group(1));
    long to = Math.min(size - 1, Long.parseLong(range.group(2)));
    byte[] bytes = new byte[(int) (to - from + 1)];
    try (RandomAccessFile file = new RandomAccessFile(object.toFile(), "r")) {
      file.seek(from);
      file.readFully(bytes);
    }
    return Response.of(206, "text/csv", bytes)
        .with("ETag", '"' + object.getFileName().toString() + '"')
        .with("Content-Range", "bytes " + from + "-" + to + "/" + size);
  }

  @Override
  public void close() {
    server.close();
  }
}
