package dev.sluice.standin.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param target path and query, as written
 * @param headers by their names in lower case
 */
public record Request(String method, String target, Map<String, String> headers, byte[] body) {
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
