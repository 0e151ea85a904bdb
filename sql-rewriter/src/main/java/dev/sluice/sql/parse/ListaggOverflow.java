package dev.sluice.sql.parse;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * What listagg's separator becomes where it is said how too long a text is cut: {@code ',' ON
 * OVERFLOW TRUNCATE '...' WITH COUNT}, of the separator, the filler and whether the values left out
 * are counted. The parser knows no separator yet.
 */
public final class ListaggOverflow extends SqlSpecialOperator {
  /** The operator of such calls. */
  public static final ListaggOverflow TRUNCATE = new ListaggOverflow();

  /** Trino's own (Trino documentation, functions/aggregate, listagg). */
  private static final String FILLER = "...";

  private ListaggOverflow() {
    super("ON OVERFLOW TRUNCATE", SqlKind.OTHER);
  }

  /** As parsed: the filler and whether to count. */
  public static SqlCall truncate(SqlParserPos at, @Nullable SqlNode filler, boolean counts) {
    SqlNode said = filler == null ? SqlLiteral.createCharString(FILLER, at) : filler;
    return TRUNCATE.createCall(at, said, SqlLiteral.createBoolean(counts, at));
  }

  /** As bound: with the separator before these. */
  public static SqlCall separated(SqlNode separator, List<SqlNode> parsed, SqlParserPos at) {
    return TRUNCATE.createCall(at, separator, parsed.get(0), parsed.get(1));
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
    call.operand(0).unparse(writer, 0, 0);
    writer.keyword("ON OVERFLOW TRUNCATE");
    call.operand(1).unparse(writer, 0, 0);
    writer.keyword(((SqlLiteral) call.operand(2)).booleanValue() ? "WITH" : "WITHOUT");
    writer.keyword("COUNT");
  }
}
