package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.sql.bind.FromItem.Part;
import dev.sluice.sql.bind.FromItem.UnnestColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.jspecify.annotations.Nullable;

/** Binds UNNEST, and arrays that stand in FROM by themselves: which columns they yield. */
final class UnnestBinder {
  private final Binding binding;
  private final QueryBinder queries;
  private final FromBinder from;

  UnnestBinder(Binding binding, QueryBinder queries, FromBinder from) {
    this.binding = binding;
    this.queries = queries;
    this.from = from;
  }

  /** What it yields is called as in an UNNEST; an element that is no struct, as its alias. */
  Joined array(
      SqlIdentifier id, @Nullable SqlCall as, String alias, List<String> names, Scope left) {
    SqlNode value = queries.expressions().bind(id, Place.of(left, Clause.FROM, new ArrayList<>()));
    boolean structs =
        binding.typeOf(value) instanceof DataType.Array array
            && array.element() instanceof DataType.Struct;
    SqlCall unnest = (SqlCall) new SqlUnnestOperator(false).createCall(id.getParserPosition(), id);
    String called = alias.isEmpty() ? id.names.get(id.names.size() - 1) : alias;
    boolean scalars = !structs && binding.typeOf(value) instanceof DataType.Array;
    return unnest(unnest, as, called, scalars && names.isEmpty() ? List.of(called) : names, left);
  }

  Joined unnest(SqlCall call, @Nullable SqlCall as, String alias, List<String> names, Scope left) {
    List<SqlNode> operands =
        queries
            .expressions()
            .all(call.getOperandList(), Place.of(left, Clause.FROM, new ArrayList<>()));
    SqlCall bound = (SqlCall) ExpressionBinder.copy(call, operands);
    List<UnnestColumn> yielded = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      yielded(call, yielded, types, i, binding.typeOf(operands.get(i)));
    }
    if (((SqlUnnestOperator) call.getOperator()).withOrdinality) {
      yielded.add(new UnnestColumn("", -1, Part.ORDINALITY, null));
      types.add(DataType.Primitive.BIGINT);
    }
    FromBinder.requireDegree(names, yielded.size(), FromBinder.at(as, call));
    requireNames(call, yielded, names);
    return unnested(bound, as, alias, names, yielded, types);
  }

  private Joined unnested(
      SqlCall call,
      @Nullable SqlCall as,
      String alias,
      List<String> names,
      List<UnnestColumn> yielded,
      List<DataType> types) {
    List<@Nullable String> called = new ArrayList<>();
    for (UnnestColumn column : yielded) {
      called.add(names.isEmpty() ? column.field() : names.get(called.size()));
    }
    List<String> ids = UniqueNames.of(called);
    List<UnnestColumn> columns = new ArrayList<>();
    List<Relation.Column> visible = new ArrayList<>();
    for (int i = 0; i < yielded.size(); i++) {
      UnnestColumn column = yielded.get(i);
      columns.add(new UnnestColumn(ids.get(i), column.operand(), column.part(), column.field()));
      visible.add(new Relation.Column(called.get(i), ids.get(i), types.get(i)));
    }
    return from.joined(new FromItem.UnnestItem(alias, call, columns), call, as, null, visible);
  }

  /** Two structs may have a field of the same name; then only the user can tell them apart. */
  private static void requireNames(SqlCall call, List<UnnestColumn> columns, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (UnnestColumn column : columns) {
      if (column.field() != null && !seen.add(column.field()) && names.isEmpty()) {
        throw BindErrors.at(
            call,
            ErrorCode.COLUMN_AMBIGUOUS,
            "UNNEST yields two columns named " + column.field(),
            "; name its columns, as in UNNEST(…) AS t (a, b, …)");
      }
    }
  }

  private static void yielded(
      SqlCall call, List<UnnestColumn> columns, List<DataType> types, int operand, DataType type) {
    if (type instanceof DataType.MapOf map) {
      columns.add(new UnnestColumn("", operand, Part.KEY, null));
      types.add(map.key());
      columns.add(new UnnestColumn("", operand, Part.VALUE, null));
      types.add(map.value());
    } else if (type instanceof DataType.Array array) {
      if (array.element() instanceof DataType.Struct struct) {
        for (DataType.Field field : struct.fields()) {
          columns.add(new UnnestColumn("", operand, Part.FIELD, field.name()));
          types.add(field.type());
        }
      } else {
        columns.add(new UnnestColumn("", operand, Part.ELEMENT, null));
        types.add(array.element());
      }
    } else {
      throw BindErrors.mismatch(call, "UNNEST takes arrays and maps, not " + type, "");
    }
  }
}
