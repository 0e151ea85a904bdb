package dev.sluice.sql.parse;

import static java.util.Objects.requireNonNull;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/**
 * A window whose frame counts groups of peers, {@code GROUPS 2 PRECEDING}. Calcite's own knows only
 * rows and ranges.
 */
public final class GroupsFrame extends SqlWindow {
  private static final SqlOperator OPERATOR = new Operator();

  private GroupsFrame(SqlWindow window) {
    super(
        window.getParserPosition(),
        window.getDeclName(),
        window.getRefName(),
        window.getPartitionList(),
        window.getOrderList(),
        SqlLiteral.createBoolean(false, window.getParserPosition()),
        window.getLowerBound(),
        window.getUpperBound(),
        null,
        window.getExclude());
  }

  /** The same window with its frame in GROUPS. */
  public static GroupsFrame of(SqlWindow window) {
    return new GroupsFrame(window);
  }

  /** {@code copy}, with its frame in GROUPS if that of {@code window} is. */
  public static SqlWindow like(SqlWindow window, SqlWindow copy) {
    return window instanceof GroupsFrame ? of(copy) : copy;
  }

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  /** Prints what stands between the parentheses, and them. */
  private static final class Operator extends SqlOperator {
    Operator() {
      super("WINDOW", SqlKind.WINDOW, 2, true, ReturnTypes.ARG0, null, null);
    }

    @Override
    public SqlSyntax getSyntax() {
      return SqlSyntax.SPECIAL;
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int left, int right) {
      SqlWindow window = (SqlWindow) call;
      SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.WINDOW, "(", ")");
      SqlIdentifier base = window.getRefName();
      if (base != null) {
        base.unparse(writer, 0, 0);
      }
      if (!window.getPartitionList().isEmpty()) {
        writer.sep("PARTITION BY");
        SqlWriter.Frame keys = writer.startList("", "");
        window.getPartitionList().unparse(writer, 0, 0);
        writer.endList(keys);
      }
      if (!window.getOrderList().isEmpty()) {
        writer.sep("ORDER BY");
        SqlWriter.Frame keys = writer.startList("", "");
        window.getOrderList().unparse(writer, 0, 0);
        writer.endList(keys);
      }
      frame(writer, window.getLowerBound(), window.getUpperBound());
      writer.endList(frame);
    }

    private static void frame(SqlWriter writer, @Nullable SqlNode lower, @Nullable SqlNode upper) {
      writer.sep("GROUPS");
      if (upper != null) {
        writer.sep("BETWEEN");
      }
      requireNonNull(lower).unparse(writer, 0, 0);
      if (upper != null) {
        writer.keyword("AND");
        upper.unparse(writer, 0, 0);
      }
    }
  }
}
