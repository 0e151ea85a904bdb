package dev.sluice.sql.parse;

import org.apache.calcite.sql.SqlNode;

/** What the parser made of a text, printed on one line in Calcite's own spelling. */
final class Parsed {
  private static final QueryParser PARSER = new QueryParser(ParserLimits.DEFAULT);

  private Parsed() {}

  static SqlNode tree(String sql) {
    return PARSER.parse(sql);
  }

  static String text(String sql) {
    return tree(sql).toString().replaceAll("\\s+", " ");
  }
}
