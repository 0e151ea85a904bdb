package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses comparisons across kinds of types, which Trino refuses too, but which Calcite lets pass
 * and other engines coerce each in its own way (Trino documentation, "Conversion functions"; Amazon
 * Redshift Database Developer Guide, c_Supported_data_types, 2023-04-24).
 */
final class Comparisons extends SqlBasicVisitor<@Nullable Void> {
  private final Annotations annotations;

  private enum Family {
    NUMBER,
    TEXT,
    BOOLEAN,
    DATE_OR_TIME,
    BINARY,
    NESTED,
    /** NULL, and whatever has no type of its own. */
    ANY
  }

  Comparisons(Annotations annotations) {
    this.annotations = annotations;
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call instanceof SqlBasicCall) {
      switch (call.getKind()) {
        case EQUALS,
            NOT_EQUALS,
            LESS_THAN,
            LESS_THAN_OR_EQUAL,
            GREATER_THAN,
            GREATER_THAN_OR_EQUAL,
            IS_DISTINCT_FROM,
            IS_NOT_DISTINCT_FROM,
            BETWEEN,
            IN,
            NOT_IN ->
            check(call);
        default -> {}
      }
    }
    return super.visit(call);
  }

  private void check(SqlCall call) {
    SqlNode first = call.operand(0);
    for (int i = 1; i < call.operandCount(); i++) {
      SqlNode other = call.operand(i);
      if (other instanceof SqlNodeList list) {
        list.forEach(value -> check(call, first, value));
      } else {
        check(call, first, other);
      }
    }
  }

  private void check(SqlCall call, SqlNode left, SqlNode right) {
    DataType leftType = annotations.types.get(left);
    DataType rightType = valueType(right);
    if (leftType == null || rightType == null) {
      return;
    }
    Family leftFamily = family(leftType);
    Family rightFamily = family(rightType);
    if (leftFamily != rightFamily && leftFamily != Family.ANY && rightFamily != Family.ANY) {
      throw new SluiceException(
          ErrorCode.TYPE_MISMATCH,
          "Cannot compare "
              + leftType
              + " with "
              + rightType
              + " at "
              + Positions.of(call)
              + "; cast one of them, for example CAST(… AS "
              + leftType
              + ")",
          Positions.of(call));
    }
  }

  /** A subquery after IN is compared by the value of its only column. */
  private @Nullable DataType valueType(SqlNode node) {
    DataType type = annotations.types.get(node);
    return node.isA(SqlKind.QUERY)
            && type instanceof DataType.Struct row
            && row.fields().size() == 1
        ? row.fields().get(0).type()
        : type;
  }

  private static Family family(DataType type) {
    if (type instanceof DataType.Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> Family.BOOLEAN;
        case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> Family.NUMBER;
        case STRING -> Family.TEXT;
        case BINARY -> Family.BINARY;
        case DATE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> Family.DATE_OR_TIME;
        case UNKNOWN -> Family.ANY;
      };
    } else if (type instanceof DataType.Decimal) {
      return Family.NUMBER;
    } else if (type instanceof DataType.Char || type instanceof DataType.Varchar) {
      return Family.TEXT;
    }
    return type.isNested() ? Family.NESTED : Family.ANY;
  }
}
