package dev.sluice.sql.dialect;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A word printed bare, never quoted: {@code DAY} in {@code DATEADD(DAY, 1, x)}. */
final class Keyword extends SqlIdentifier {
  private final String word;

  Keyword(String word) {
    super(word, SqlParserPos.ZERO);
    this.word = word;
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    writer.print(word);
    writer.setNeedWhitespace(true);
  }
}
