package dev.sluice.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Stars of a SELECT that Calcite's grammar does not have. */
public final class Stars {
  /** {@code (…).*}, of the row. */
  public static final SqlOperator OF_ROW = new Star(".*");

  /** {@code t.* AS (a, b)}, of the star and the names. */
  public static final SqlOperator NAMED = new Star(".* AS");

  private Stars() {}

  public static SqlCall ofRow(SqlNode row, SqlParserPos at) {
    return OF_ROW.createCall(at, row);
  }

  public static SqlCall named(SqlNode star, List<SqlNode> names, SqlParserPos at) {
    List<SqlNode> operands = new ArrayList<>(List.of(star));
    operands.addAll(names);
    return NAMED.createCall(at, operands);
  }

  /** Binding leaves none of these: they are printed only where errors show what was written. */
  private static final class Star extends SqlSpecialOperator {
    Star(String name) {
      super(name, SqlKind.OTHER);
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
      call.operand(0).unparse(writer, 0, 0);
      if (call.operandCount() == 1) {
        writer.print(".*");
      }
      for (SqlNode name : call.getOperandList().subList(1, call.operandCount())) {
        name.unparse(writer, 0, 0);
      }
    }
  }
}
