package dev.sluice.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A URL with the properties that were given beside it:
 *
 * <pre>
 * jdbc:sluice:lake:/path/to/lake?prefer=athena
 * jdbc:sluice:config:/path/sluice.yaml
 * jdbc:sluice:aws:?region=eu-west-1&amp;workgroup=analysts
 * </pre>
 *
 * <p>{@code %20} and the like stand for bytes of UTF-8, in the path and in values.
 *
 * @param path of the lake or file; empty for AWS
 * @param properties each once, none empty
 */
record ConnectionUrl(Kind kind, String path, SortedMap<String, String> properties) {
  static final String PREFIX = "jdbc:sluice:";
  private static final int HEXADECIMAL = 16;

  /** What a URL names. */
  enum Kind {
    LAKE,
    CONFIG,
    AWS
  }

  static boolean isOurs(String url) {
    return url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  static ConnectionUrl parse(String url, Properties beside) throws SQLException {
    String rest = url.substring(PREFIX.length());
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    int colon = place.indexOf(':');
    if (colon < 0) {
      throw malformed(url);
    }
    Kind kind = kind(place.substring(0, colon), url);
    String path = decoded(place.substring(colon + 1));
    if (path.isEmpty() != (kind == Kind.AWS)) {
      throw malformed(url);
    }
    SortedMap<String, String> properties = new TreeMap<>();
    if (question >= 0) {
      for (String each : rest.substring(question + 1).split("&", -1)) {
        addPair(each, url, properties);
      }
    }
    addBeside(beside, properties);
    return new ConnectionUrl(kind, path, properties);
  }

  private static Kind kind(String name, String url) throws SQLException {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw malformed(url);
  }

  private static void addPair(String pair, String url, Map<String, String> properties)
      throws SQLException {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      throw malformed(url);
    }
    put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), properties);
  }

  private static void addBeside(Properties beside, Map<String, String> properties)
      throws SQLException {
    for (String name : beside.stringPropertyNames()) {
      put(name, String.valueOf(beside.getProperty(name)), properties);
    }
  }

  /** Tools hand over empty users and passwords: those say nothing. */
  private static void put(String name, String value, Map<String, String> properties)
      throws SQLException {
    if (value.isEmpty()) {
      return;
    }
    String before = properties.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      throw new SQLNonTransientConnectionException(
          "Property '" + name + "' is given twice, with different values", States.CANNOT_CONNECT);
    }
  }

  private static SQLException malformed(String url) {
    int question = url.indexOf('?');
    String shown = question < 0 ? url : url.substring(0, question) + "?…";
    return new SQLNonTransientConnectionException(
        shown
            + " is none of jdbc:sluice:lake:FOLDER, jdbc:sluice:config:FILE and jdbc:sluice:aws:,"
            + " each with ?property=value&… where properties are set",
        States.CANNOT_CONNECT);
  }

  private static String decoded(String text) throws SQLException {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.write(octet(text, i));
        i += 2;
      } else {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octet(String text, int percent) throws SQLException {
    try {
      return Integer.parseInt(text.substring(percent + 1, percent + 3), HEXADECIMAL);
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new SQLNonTransientConnectionException(
          "A % of the URL is not followed by two hexadecimal digits; % itself is written %25",
          States.CANNOT_CONNECT, e);
    }
  }

  /** Without what concerns one connection alone. */
  ConnectionUrl shared() {
    SortedMap<String, String> others = new TreeMap<>(properties);
    others.remove(DriverProperty.FLATTEN_STRUCTS.key());
    return new ConnectionUrl(kind, path, others);
  }

  /** As metadata shows it: without properties, of which some are secret. */
  String shown() {
    return PREFIX + kind.name().toLowerCase(Locale.ROOT) + ":" + path;
  }

  @Override
  public String toString() {
    return shown();
  }
}
