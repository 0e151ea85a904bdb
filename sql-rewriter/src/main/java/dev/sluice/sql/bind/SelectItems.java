package dev.sluice.sql.bind;

import dev.sluice.sql.parse.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    select.getSelectList().forEach(item -> bind(item, items));
  }

  private void bind(SqlNode item, List<SelectItem> items) {
    if (item instanceof SqlIdentifier id && id.isStar()) {
      star(id, items);
    } else if (item instanceof SqlCall call && call.getOperator() == Stars.OF_ROW) {
      fields(call, expressions.bind(call.operand(0), place), items);
    } else if (item instanceof SqlCall call && call.getOperator() == Stars.NAMED) {
      named(call, items);
    } else if (item.getKind() == SqlKind.AS) {
      SqlCall as = (SqlCall) item;
      items.add(named(as, expressions.bind(as.operand(0), place), as.operand(1)));
    } else {
      items.add(item(expressions.bind(item, place), nameOf(item)));
    }
  }

  private static SelectItem named(SqlCall at, SqlNode bound, SqlIdentifier name) {
    SqlNode printed = SqlStdOperatorTable.AS.createCall(at.getParserPosition(), bound, name);
    return new SelectItem(bound, name.getSimple(), printed);
  }

  /** {@code t.* AS (a, b)}. */
  private void named(SqlCall call, List<SelectItem> items) {
    List<SelectItem> columns = new ArrayList<>();
    SqlNode star = call.operand(0);
    boolean isStar =
        star instanceof SqlIdentifier id
            ? id.isStar() && id.names.size() > 1
            : star instanceof SqlCall row && row.getOperator() == Stars.OF_ROW;
    if (!isStar) {
      throw BindErrors.invalid(call, "Only a star of a table or a row takes several names", "");
    }
    bind(star, columns);
    int names = call.operandCount() - 1;
    if (names != columns.size()) {
      throw BindErrors.invalid(
          call,
          "The star is given " + names + " names where it has " + columns.size() + " columns",
          "");
    }
    for (int i = 0; i < names; i++) {
      items.add(named(call, columns.get(i).bare(), call.operand(i + 1)));
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
      SqlIdentifier struct = new SqlIdentifier(qualifier, star.getParserPosition());
      fields(star, expressions.bind(struct, place), items);
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
  private void fields(SqlNode at, SqlNode row, List<SelectItem> items) {
    for (RowParts.Part part : new RowParts(binding, expressions).all(at, row)) {
      items.add(item(part.node(), part.name()));
    }
  }
}
