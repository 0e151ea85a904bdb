package dev.sluice.glue.lake;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the files of a lake's tables are. */
public final class Locations {
  /** A scheme of one letter would be a drive; an ARN has no slash after its colon. */
  private static final Pattern URI_SCHEME =
      Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]+:/|arn:).*", Pattern.DOTALL);

  private Locations() {}

  /**
   * A location that needs no further knowledge to be opened.
   *
   * <ul>
   *   <li>{@code s3://…}, {@code s3a://…} and all other URIs but {@code file:} as they are;
   *   <li>{@code file:} URIs as the absolute path they mean, percent-decoded unless the path exists
   *       as written (Hive and Spark write file URIs without encoding them);
   *   <li>absolute paths as they are, others against the lake; a percent sign in a path is itself.
   * </ul>
   *
   * @throws IllegalArgumentException when it is neither a URI nor a path
   */
  public static String resolve(Path lake, String location) {
    if (location.regionMatches(true, 0, "file:", 0, "file:".length())) {
      return path(lake, ofFileUri(location));
    }
    return URI_SCHEME.matcher(location).matches() ? location : path(lake, location);
  }

  private static String path(Path lake, String path) {
    // InvalidPathException is an IllegalArgumentException.
    return lake.toAbsolutePath().resolve(path).normalize().toString();
  }

  private static String ofFileUri(String location) {
    String rest = location.substring("file:".length());
    String literal = rest.startsWith("//") ? afterHost(location, rest.substring(2)) : rest;
    return literal.indexOf('%') < 0 || Files.exists(Path.of(literal))
        ? literal
        : decoded(location, literal);
  }

  private static String afterHost(String location, String rest) {
    String host = rest.substring(0, Math.max(0, rest.indexOf('/')));
    if (!rest.startsWith("/") && !host.equalsIgnoreCase("localhost")) {
      throw new IllegalArgumentException(
          "Location " + location + " names another host; write file:///PATH");
    }
    return rest.substring(host.length());
  }

  private static String decoded(String location, String literal) {
    try {
      URI uri = new URI(location);
      boolean whole = uri.getRawQuery() == null && uri.getRawFragment() == null;
      return uri.getPath() != null && whole ? uri.getPath() : literal;
    } catch (URISyntaxException e) {
      return literal;
    }
  }
}
