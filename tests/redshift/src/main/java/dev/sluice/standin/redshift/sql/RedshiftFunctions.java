package dev.sluice.standin.redshift.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The functions that Redshift is known to have: {@code functions.tsv}, with the page of each. Any
 * other is refused.
 */
public final class RedshiftFunctions {
  private static final Map<String, Entry> ENTRIES = read();

  private RedshiftFunctions() {}

  /** What kind of function a row is about. */
  public enum Kind {
    SCALAR,
    AGGREGATE,
    /** Needs OVER. */
    WINDOW,
    /** Runs on the leader node alone: an error beside a user's tables. */
    LEADER,
    /** PostgreSQL's, which the driver calls to read the system catalogs. */
    CATALOG
  }

  /**
   * A row.
   *
   * @param page of the Amazon Redshift Database Developer Guide
   */
  public record Entry(String name, Kind kind, String page) {
    /** The address of the page. */
    public String address() {
      return "https://docs.aws.amazon.com/redshift/latest/dg/" + page + ".html";
    }
  }

  public static Map<String, Entry> all() {
    return ENTRIES;
  }

  static Entry named(String name) {
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw RefusedException.own(
          "42883", "function " + name + " is not among those that Redshift is known to have");
    }
    return entry;
  }

  private static Map<String, Entry> read() {
    try (InputStream in =
        Objects.requireNonNull(
            RedshiftFunctions.class.getResourceAsStream("functions.tsv"), "functions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Entry(cells[0], Kind.valueOf(cells[1]), cells[2]))
          .collect(Collectors.toUnmodifiableMap(Entry::name, entry -> entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
