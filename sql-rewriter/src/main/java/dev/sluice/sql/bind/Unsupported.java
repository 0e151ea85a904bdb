package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Refuses what Calcite would bind although Trino takes it for something else, or not at all. */
final class Unsupported extends SqlBasicVisitor<@Nullable Void> {
  @Override
  public @Nullable Void visit(SqlDynamicParam parameter) {
    throw refuse(parameter, "A parameter (?) is not supported yet: write its value");
  }

  /** Calcite would make it a varchar, which is never padded with blanks. */
  @Override
  public @Nullable Void visit(SqlDataTypeSpec type) {
    String name = String.valueOf(type.getTypeName()).toUpperCase(Locale.ROOT);
    if (name.equals("CHAR") || name.equals("CHARACTER")) {
      throw refuse(type, "A cast to char is not supported yet: cast to varchar");
    }
    return null;
  }

  /** Calcite would keep the last four digits of a longer year. */
  @Override
  public @Nullable Void visit(SqlLiteral literal) {
    if (literal instanceof SqlUnknownLiteral moment
        && moment.getValueAs(String.class).strip().matches("[-+]?\\d{5,}-.*")) {
      throw refuse(
          literal,
          "A %s of a year beyond 9999 is not supported in a literal".formatted(moment.tag));
    }
    return null;
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call.getOperator().getName().equalsIgnoreCase("count") && call.operandCount() > 1) {
      throw refuse(call, "Function count takes one argument, not " + call.operandCount());
    }
    return super.visit(call);
  }

  private static SluiceException refuse(SqlNode at, String what) {
    return new SluiceException(
        ErrorCode.INVALID_QUERY, what + ", at " + Positions.of(at), Positions.of(at));
  }
}
