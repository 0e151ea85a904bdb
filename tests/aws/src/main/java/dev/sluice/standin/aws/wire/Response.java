package dev.sluice.standin.aws.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param breaksAfter after how many bytes of the body the connection is reset: {@link #WHOLE} for
 *     never, {@link #NOTHING} before even the head
 */
public record Response(int status, Map<String, String> headers, byte[] body, int breaksAfter) {
  public static final int WHOLE = Integer.MAX_VALUE;
  public static final int NOTHING = -1;

  public Response(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, WHOLE);
  }

  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body, breaksAfter);
  }

  public Response breakingAfter(int bytes) {
    return new Response(status, headers, body, bytes);
  }
}
