package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Binds the list of a SELECT; a star becomes the columns that it means. */
final class SelectItems {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final Scope scope;
  private final Place place;

  SelectItems(Binding binding, ExpressionBinder expressions, Scope scope, Place place) {
    this.binding = binding;
    this.expressions = expressions;
    this.scope = scope;
    this.place = place;
  }

  void bind(SqlSelect select, List<SelectItem> items) {
    for (SqlNode item : select.getSelectList()) {
      if (item instanceof SqlIdentifier id && id.isStar()) {
        star(id, items);
      } else if (item.getKind() == SqlKind.AS) {
        SqlCall as = (SqlCall) item;
        String name = ((SqlIdentifier) as.operand(1)).getSimple();
        SqlNode bare = expressions.bind(as.operand(0), place);
        SqlNode printed =
            SqlStdOperatorTable.AS.createCall(as.getParserPosition(), bare, as.operand(1));
        items.add(new SelectItem(bare, name, printed));
      } else {
        items.add(item(expressions.bind(item, place), nameOf(item)));
      }
    }
  }

  /** A column or a field lends its name. */
  private static @Nullable String nameOf(SqlNode item) {
    if (item instanceof SqlIdentifier id) {
      return id.names.get(id.names.size() - 1);
    }
    return item.getKind() == SqlKind.DOT
        ? ((SqlCall) item).operand(1).toString().toLowerCase(Locale.ROOT)
        : null;
  }

  private static SelectItem item(SqlNode bound, @Nullable String written) {
    if (written == null || isNiladic(bound)) {
      return new SelectItem(bound, null, bound);
    }
    boolean saysIt =
        bound instanceof SqlIdentifier id && id.names.get(id.names.size() - 1).equals(written);
    return new SelectItem(bound, written, saysIt ? bound : as(bound, written));
  }

  /** {@code current_date} reads as a name and is none. */
  private static boolean isNiladic(SqlNode bound) {
    return bound instanceof SqlCall call
        && TrinoFunctions.WITHOUT_PARENTHESES.contains(call.getOperator().getName());
  }

  private static SqlNode as(SqlNode node, String name) {
    return SqlStdOperatorTable.AS.createCall(
        node.getParserPosition(), node, new SqlIdentifier(name, node.getParserPosition()));
  }

  private void star(SqlIdentifier star, List<SelectItem> items) {
    List<String> qualifier = star.names.subList(0, star.names.size() - 1);
    if (qualifier.isEmpty()) {
      everything(star, items);
      return;
    }
    List<Relation> relations = scope.called(qualifier);
    if (relations.isEmpty()) {
      fields(star, qualifier, items);
    } else {
      columns(star, relations.get(0), items);
    }
  }

  private void everything(SqlIdentifier star, List<SelectItem> items) {
    if (scope.relations().isEmpty()) {
      throw BindErrors.invalid(star, "SELECT * needs a FROM clause", "");
    }
    for (Scope.Merged merged : scope.merged()) {
      items.add(new SelectItem(merged.node(), merged.name(), as(merged.node(), merged.name())));
    }
    scope.relations().forEach(relation -> columns(star, relation, items));
  }

  private void columns(SqlIdentifier star, Relation relation, List<SelectItem> items) {
    for (Relation.Column column : relation.columns()) {
      if (!scope.isHidden(column)) {
        SqlNode reference = expressions.reference(star, relation, column, List.of(), column.type());
        items.add(item(reference, column.name()));
      }
    }
  }

  /** {@code e.device.*}: the fields of a struct. */
  private void fields(SqlIdentifier star, List<String> names, List<SelectItem> items) {
    SqlIdentifier struct = new SqlIdentifier(names, star.getParserPosition());
    SqlNode bound = expressions.bind(struct, place);
    if (!(binding.typeOf(bound) instanceof DataType.Struct type)
        || !(bound instanceof SqlIdentifier id)) {
      throw BindErrors.mismatch(
          star,
          String.join(".", names) + " is " + binding.typeOf(bound) + ", which has no fields,",
          "");
    }
    ColumnReference reference = Objects.requireNonNull(binding.references.get(id), "column");
    for (DataType.Field field : type.fields()) {
      List<String> path = new ArrayList<>(reference.path());
      path.add(field.name());
      List<String> qualified = new ArrayList<>(id.names);
      qualified.add(field.name());
      SqlIdentifier name = new SqlIdentifier(qualified, star.getParserPosition());
      binding.references.put(name, new ColumnReference(reference.item(), reference.column(), path));
      items.add(new SelectItem(binding.typed(name, field.type()), field.name(), name));
    }
  }
}
