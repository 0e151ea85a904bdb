package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/** Operations that engines answer differently without any syntax to show it. */
final class ValueDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.TRAILING_BLANKS, Capability.DECIMAL_DIVISION, Capability.DECIMAL_AVERAGE);
  }

  @Override
  public Set<SqlKind> kinds() {
    return Calls.KINDS;
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    BoundQuery bound = visit.bound();
    Requirements requirements = visit.requirements();
    if (node instanceof SqlWindow window) {
      grouped(bound, window.getPartitionList(), requirements);
      OrderKeys.of(window).forEach(key -> text(bound, key, requirements));
    } else if (node instanceof SqlSelect select) {
      grouped(bound, select.getGroup(), requirements);
      // Rows that compare equal in an order are peers: of a LIMIT, either may be the last.
      OrderKeys.of(bound, select).forEach(key -> text(bound, key, requirements));
      if (select.isDistinct()) {
        grouped(bound, select.getSelectList(), requirements);
      }
    } else if (node instanceof SqlCall call) {
      call(bound, call, requirements);
    }
  }

  private static void grouped(
      BoundQuery bound, @Nullable SqlNodeList keys, Requirements requirements) {
    if (keys != null) {
      GroupKeys.of(keys).forEach(key -> text(bound, key, requirements));
    }
  }

  /** A side of a comparison; of a query, the columns that it yields. */
  private static void compared(BoundQuery bound, SqlNode node, Requirements requirements) {
    if (node instanceof SqlNodeList values) {
      values.forEach(value -> compared(bound, value, requirements));
    } else if (node instanceof SqlSelect select) {
      grouped(bound, select.getSelectList(), requirements);
    } else if (node instanceof SqlWith with) {
      compared(bound, with.body, requirements);
    } else if (node.isA(SqlKind.SET_QUERY)) {
      ((SqlCall) node).getOperandList().forEach(branch -> compared(bound, branch, requirements));
    } else {
      text(bound, node, requirements);
    }
  }

  private static void call(BoundQuery bound, SqlCall call, Requirements requirements) {
    switch (call.getKind()) {
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM,
          IN,
          NOT_IN,
          BETWEEN ->
          call.getOperandList().forEach(operand -> compared(bound, operand, requirements));
      case WITHIN_GROUP ->
          OrderKeys.of((SqlNodeList) call.operand(1))
              .forEach(key -> text(bound, key, requirements));
      case DIVIDE -> {
        if (bound.typeOf(call) instanceof DataType.Decimal) {
          requirements.add(Capability.DECIMAL_DIVISION, call);
        }
      }
      case AVG -> {
        if (bound.typeOf(call) instanceof DataType.Decimal) {
          requirements.add(Capability.DECIMAL_AVERAGE, call);
        }
      }
      case UNION, INTERSECT, EXCEPT -> {
        // Only UNION ALL compares no rows.
        boolean all = ((SqlSetOperator) call.getOperator()).isAll();
        if (call.getKind() != SqlKind.UNION || !all) {
          call.getOperandList().forEach(branch -> compared(bound, branch, requirements));
        }
      }
      default -> {
        SqlLiteral quantifier = call.getFunctionQuantifier();
        if (quantifier != null
            && quantifier.getValue() == SqlSelectKeyword.DISTINCT
            && call.operandCount() == 1) {
          text(bound, call.operand(0), requirements);
        }
      }
    }
  }

  /** Values of a partition key are names of folders: they end in no blank. */
  private static void text(BoundQuery bound, SqlNode node, Requirements requirements) {
    SqlNode bare = node instanceof SqlCall as && as.getKind() == SqlKind.AS ? as.operand(0) : node;
    DataType type = bound.typeOf(bare);
    if (!Types.holds(type, Types::isText) || bare instanceof SqlLiteral) {
      return;
    }
    Optional<ColumnReference> reference =
        bare instanceof SqlIdentifier id ? bound.reference(id) : Optional.empty();
    if (reference.isEmpty()) {
      requirements.add(Capability.TRAILING_BLANKS, bare);
    } else if (!References.isPartitionKey(reference.get())) {
      requirements.add(Capability.TRAILING_BLANKS, bare, reference.get());
    }
  }
}
