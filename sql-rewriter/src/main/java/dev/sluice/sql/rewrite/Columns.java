package dev.sluice.sql.rewrite;

import java.util.Locale;

/** Names that Calcite makes up for expressions without one, in Trino's spelling. */
final class Columns {
  private static final String MADE_UP = "EXPR$";

  private Columns() {}

  static String printed(String name) {
    return name.toUpperCase(Locale.ROOT).startsWith(MADE_UP)
        ? "_col" + name.substring(MADE_UP.length())
        : name;
  }
}
