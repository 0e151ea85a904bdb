package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.sql.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one connection. A statement that is refused still goes to PostgreSQL, as a text
 * that it cannot read: so it ends the transaction and skips what follows as any error does, and
 * only the words are exchanged on the way back.
 */
final class Errors {
  private static final Pattern MARK = Pattern.compile("\"refused (\\d+)\"");

  /** Fields about places in PostgreSQL's text, which the client has never seen. */
  private static final String PLACES = "PpqFLRHW";

  private final Map<Integer, RefusedException> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /** The text to send in a refused statement's stead. */
  String mark(RefusedException refusal) {
    int number = last.incrementAndGet();
    refusals.put(number, refusal);
    return "\"refused " + number + "\"";
  }

  /** What the client is told of an error of PostgreSQL's. */
  Frame forClient(Frame error) {
    Map<Character, String> fields = fields(error);
    Matcher mark = MARK.matcher(fields.getOrDefault('M', ""));
    if (mark.find()) {
      RefusedException refusal = refusals.remove(Integer.valueOf(mark.group(1)));
      if (refusal != null) {
        return frame(refusal.sqlState(), refusal.getMessage(), refusal.detail());
      }
    }
    FrameBody body = new FrameBody();
    fields.forEach(
        (field, text) -> {
          if (PLACES.indexOf(field) < 0) {
            body.letter(field).text(text);
          }
        });
    return body.letter('\0').frame('E');
  }

  private static Map<Character, String> fields(Frame error) {
    Map<Character, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (error.body()[at] != 0) {
      fields.put((char) error.body()[at], error.text(at + 1));
      at = error.end(at + 1) + 1;
    }
    return fields;
  }

  static Frame frame(String sqlState, String message, @Nullable String detail) {
    FrameBody body = new FrameBody();
    body.letter('S').text("ERROR").letter('V').text("ERROR");
    body.letter('C').text(sqlState).letter('M').text(message);
    if (detail != null) {
      body.letter('D').text(detail);
    }
    return body.letter('\0').frame('E');
  }
}
