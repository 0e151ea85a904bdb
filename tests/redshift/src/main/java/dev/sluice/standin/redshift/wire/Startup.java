package dev.sluice.standin.redshift.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client begins: with parameters, or with the wish to cancel what another connection runs.
 * The driver's parameters that PostgreSQL does not know ({@code driver_version}, {@code
 * os_version}, {@code client_protocol_version} and others) are dropped, and TLS is declined.
 *
 * @param cancel the whole message, where it is a cancel request
 */
record Startup(Map<String, String> parameters, @Nullable ByteBuffer cancel) {
  private static final int PROTOCOL = 196_608;
  private static final int CANCEL = 80_877_102;
  private static final int TLS = 80_877_103;
  private static final int ENCRYPTION = 80_877_104;
  private static final Set<String> PASSED =
      Set.of("client_encoding", "DateStyle", "application_name");

  Startup {
    parameters = Map.copyOf(parameters);
  }

  static Startup read(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      byte[] body = new byte[in.readInt() - Integer.BYTES];
      in.readFully(body);
      int code = ByteBuffer.wrap(body).getInt();
      if (code == TLS || code == ENCRYPTION) {
        out.writeByte('N');
        out.flush();
      } else if (code == CANCEL) {
        return new Startup(Map.of(), ByteBuffer.wrap(message(body)));
      } else if (code == PROTOCOL) {
        return new Startup(parameters(body), null);
      } else {
        throw new IOException("No protocol that PostgreSQL has: " + code);
      }
    }
  }

  private static Map<String, String> parameters(byte[] body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String[] words =
        new String(body, Integer.BYTES, body.length - Integer.BYTES, StandardCharsets.UTF_8)
            .split("\0", -1);
    for (int i = 0; i + 1 < words.length && !words[i].isEmpty(); i += 2) {
      parameters.put(words[i], words[i + 1]);
    }
    return parameters;
  }

  String user() {
    return parameters.getOrDefault("user", "");
  }

  /** What PostgreSQL is told: who, which database, and how Redshift reads SQL. */
  byte[] forPostgres() {
    FrameBody body = new FrameBody().number(PROTOCOL);
    Map<String, String> said = new LinkedHashMap<>();
    said.put("user", user());
    said.put("database", parameters.getOrDefault("database", user()));
    parameters.forEach(
        (name, value) -> {
          if (PASSED.contains(name)) {
            said.put(name, value);
          }
        });
    said.put("search_path", "redshift, pg_catalog, public");
    // A backslash escapes in Redshift's literals (RDG pattern-matching-conditions-posix).
    said.put("standard_conforming_strings", "off");
    said.put("escape_string_warning", "off");
    said.put("backslash_quote", "on");
    said.put("TimeZone", "UTC");
    said.forEach((name, value) -> body.text(name).text(value));
    return message(body.letter('\0').bytes());
  }

  private static byte[] message(byte[] body) {
    return ByteBuffer.allocate(Integer.BYTES + body.length)
        .putInt(Integer.BYTES + body.length)
        .put(body)
        .array();
  }
}
