package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.PresentStructs;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;

/** Structs, arrays and maps: whole, by path, by position, by key, compared. */
final class NestedDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.RETURN_STRUCT,
        Capability.RETURN_PRESENT_STRUCT,
        Capability.RETURN_ARRAY,
        Capability.RETURN_MAP,
        Capability.RETURN_BINARY,
        Capability.STRUCT_PATH,
        Capability.ARRAY_SUBSCRIPT,
        Capability.MAP_SUBSCRIPT,
        Capability.ARRAY_FUNCTION,
        Capability.MAP_FUNCTION,
        Capability.RETURN_NESTED_FROM_SUBQUERY,
        Capability.COMPARE_NESTED);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.complementOf(EnumSet.of(SqlKind.LITERAL));
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    BoundQuery bound = visit.bound();
    Requirements requirements = visit.requirements();
    if (node instanceof SqlSelect select) {
      results(bound, select, requirements);
      if (select.getGroup() != null) {
        compared(bound, GroupKeys.of(select.getGroup()), requirements);
      }
      compared(bound, OrderKeys.of(bound, select), requirements);
    } else if (node instanceof SqlIdentifier id) {
      path(bound, id, requirements);
    } else if (node instanceof SqlCall call) {
      call(bound, call, requirements);
    }
  }

  private static void results(BoundQuery bound, SqlSelect select, Requirements requirements) {
    for (SqlNode item : select.getSelectList()) {
      SqlNode bare =
          item instanceof SqlCall as && as.getKind() == SqlKind.AS ? as.operand(0) : item;
      DataType type = bound.typeOf(bare);
      if (type.isNested() && !bound.isOutermost(select)) {
        add(bound, Capability.RETURN_NESTED_FROM_SUBQUERY, bare, requirements);
      }
      if (PresentStructs.find(bound, select, bare).isPresent()) {
        add(bound, Capability.RETURN_PRESENT_STRUCT, bare, requirements);
      } else if (type instanceof DataType.Struct) {
        add(bound, Capability.RETURN_STRUCT, bare, requirements);
      } else if (type instanceof DataType.Array) {
        add(bound, Capability.RETURN_ARRAY, bare, requirements);
      } else if (type instanceof DataType.MapOf) {
        add(bound, Capability.RETURN_MAP, bare, requirements);
      } else if (type == DataType.Primitive.BINARY && bound.isOutermost(select)) {
        add(bound, Capability.RETURN_BINARY, bare, requirements);
      }
    }
  }

  private static void add(
      BoundQuery bound, Capability capability, SqlNode node, Requirements requirements) {
    ColumnReference reference =
        node instanceof SqlIdentifier id ? bound.reference(id).orElse(null) : null;
    if (reference == null) {
      requirements.add(capability, node);
    } else {
      requirements.add(capability, node, reference);
    }
  }

  private static void path(BoundQuery bound, SqlIdentifier id, Requirements requirements) {
    bound
        .reference(id)
        .filter(reference -> !reference.path().isEmpty())
        .ifPresent(reference -> requirements.add(Capability.STRUCT_PATH, id, reference));
  }

  private static void compared(BoundQuery bound, List<SqlNode> nodes, Requirements into) {
    for (SqlNode node : nodes) {
      if (bound.typeOf(node).isNested()) {
        add(bound, Capability.COMPARE_NESTED, node, into);
      }
    }
  }

  private static void call(BoundQuery bound, SqlCall call, Requirements requirements) {
    switch (call.getKind()) {
      case ITEM -> {
        DataType type = bound.typeOf(call.operand(0));
        requirements.add(
            type instanceof DataType.MapOf ? Capability.MAP_SUBSCRIPT : Capability.ARRAY_SUBSCRIPT,
            call);
      }
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IN,
          NOT_IN,
          BETWEEN,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM -> {
        if (bound.typeOf(call.operand(0)).isNested()) {
          requirements.add(Capability.COMPARE_NESTED, call);
        }
      }
      case WITHIN_GROUP ->
          compared(bound, OrderKeys.of((SqlNodeList) call.operand(1)), requirements);
      default -> arrayFunction(bound, call, requirements);
    }
  }

  private static void arrayFunction(BoundQuery bound, SqlCall call, Requirements requirements) {
    if (call.getOperator().isAggregator()) {
      if (call.operandCount() > 0 && bound.typeOf(call.operand(0)).isNested()) {
        requirements.add(Capability.COMPARE_NESTED, call);
      }
    } else if (call.getOperator() instanceof SqlFunction) {
      List<DataType> types = Calls.types(bound, call);
      if (types.stream().anyMatch(DataType.MapOf.class::isInstance)) {
        requirements.add(Capability.MAP_FUNCTION, call, Calls.name(call));
      } else if (types.stream().anyMatch(DataType.Array.class::isInstance)) {
        requirements.add(Capability.ARRAY_FUNCTION, call, Calls.name(call));
      }
    }
  }
}
