package dev.sluice.athena.sql;

import dev.sluice.sql.dialect.Printer;
import dev.sluice.sql.parse.TrinoOperators;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.jspecify.annotations.Nullable;

/** Prints Athena's SQL. */
final class AthenaPrinter extends Printer {
  AthenaPrinter() {
    super("\"", false);
  }

  /** {@code OFFSET n LIMIT m}, in this order only (Amazon Athena User Guide, select, 2026-04). */
  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    if (offset != null) {
      clause(writer, "OFFSET", offset);
    }
    if (fetch != null) {
      clause(writer, TrinoOperators.isWithTies(fetch) ? "FETCH FIRST" : "LIMIT", fetch);
    }
  }

  private static void clause(SqlWriter writer, String word, SqlNode value) {
    writer.newlineAndIndent();
    SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.FETCH);
    writer.keyword(word);
    value.unparse(writer, -1, -1);
    writer.endList(frame);
  }
}
