package dev.sluice.sql.parse;

import dev.sluice.QueryLimits;
import org.apache.calcite.sql.SqlNode;

/** What the parser made of a text, printed on one line in Calcite's own spelling. */
final class Parsed {
  private static final QueryParser PARSER = new QueryParser(QueryLimits.DEFAULT);

  private Parsed() {}

  static SqlNode tree(String sql) {
    return PARSER.parse(sql);
  }

  static String text(String sql) {
    return tree(sql).toString().replaceAll("\\s+", " ");
  }
}
