package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.sql.bind.Annotator.Scope;
import dev.sluice.sql.bind.FromItem.Part;
import dev.sluice.sql.bind.FromItem.UnnestColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Tells what each part of a FROM clause is, and walks what it holds. */
final class FromWalker {
  private final Annotator annotator;
  private final CatalogTables tables;
  private final Annotations annotations;

  FromWalker(Annotator annotator, CatalogTables tables, Annotations annotations) {
    this.annotator = annotator;
    this.tables = tables;
    this.annotations = annotations;
  }

  void walk(SqlNode node, Scope scope, SqlValidatorScope at) {
    if (node instanceof SqlJoin join) {
      walk(join.getLeft(), scope, at);
      walk(join.getRight(), scope, at);
      if (join.getCondition() != null) {
        annotator.joinCondition(join, scope);
      }
    } else if (node instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      String alias = ((SqlIdentifier) as.operand(1)).getSimple();
      List<String> columns =
          as.getOperandList().stream()
              .skip(2)
              .map(column -> ((SqlIdentifier) column).getSimple())
              .toList();
      aliased(as.operand(0), as, alias, columns, scope, at);
    } else {
      aliased(node, node, defaultAlias(node), List.of(), scope, at);
    }
  }

  private static String defaultAlias(SqlNode node) {
    return node instanceof SqlIdentifier id ? id.names.get(id.names.size() - 1) : "";
  }

  private void aliased(
      SqlNode inner,
      SqlNode node,
      String alias,
      List<String> columns,
      Scope scope,
      SqlValidatorScope at) {
    FromItem item;
    if (inner instanceof SqlIdentifier id && id.names.size() == 2) {
      TableName name = new TableName(id.names.get(0), id.names.get(1));
      item = new FromItem.TableItem(alias, tables.get(name), inner);
      if (!columns.isEmpty()) {
        annotations.renamed.put(item, columns);
      }
    } else if (inner instanceof SqlCall call && call.getKind() == SqlKind.UNNEST) {
      for (SqlNode operand : call.getOperandList()) {
        annotator.expression(operand, at, scope);
      }
      item = new FromItem.UnnestItem(alias, call, unnestColumns(call, columns, at));
    } else {
      requireKnown(inner);
      item = new FromItem.QueryItem(alias, inner);
      if (inner instanceof SqlCall call) {
        annotator.query(call.getKind() == SqlKind.LATERAL ? call.operand(0) : call, scope);
      }
    }
    annotations.items.add(item);
    annotations.itemsByNode.put(node, item);
    annotations.itemsByNode.put(inner, item);
    scope.items().put(alias, item);
  }

  /**
   * What stands in FROM and is neither a table, nor a query, nor an UNNEST, is not carried over.
   */
  private static void requireKnown(SqlNode inner) {
    boolean known =
        inner instanceof SqlIdentifier
            || inner.isA(SqlKind.QUERY)
            || inner.getKind() == SqlKind.LATERAL;
    if (!known) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          inner.getKind()
              + " in FROM is not supported yet at "
              + Positions.of(inner)
              + "; use a table, a query in parentheses or UNNEST",
          Positions.of(inner));
    }
  }

  private List<UnnestColumn> unnestColumns(SqlCall call, List<String> names, SqlValidatorScope at) {
    List<UnnestColumn> columns = new ArrayList<>();
    for (int i = 0; i < call.operandCount(); i++) {
      addColumns(columns, i, annotator.typeOf(call.operand(i), at));
    }
    if (((SqlUnnestOperator) call.getOperator()).withOrdinality) {
      columns.add(new UnnestColumn(unnamed(columns), -1, Part.ORDINALITY, null));
    }
    requireNames(call, columns, names);
    List<UnnestColumn> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      UnnestColumn column = columns.get(i);
      String name = i < names.size() ? names.get(i) : column.name();
      named.add(new UnnestColumn(name, column.operand(), column.part(), column.field()));
    }
    return named;
  }

  /** Two structs may have a field of the same name; then only the user can tell them apart. */
  private static void requireNames(SqlCall call, List<UnnestColumn> columns, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (UnnestColumn column : columns) {
      if (!seen.add(column.name()) && names.isEmpty()) {
        throw new SluiceException(
            ErrorCode.COLUMN_AMBIGUOUS,
            "UNNEST at "
                + Positions.of(call)
                + " yields two columns named "
                + column.name()
                + "; name its columns, as in UNNEST(…) AS t (a, b, …)",
            Positions.of(call));
      }
    }
  }

  private static void addColumns(List<UnnestColumn> columns, int operand, DataType type) {
    if (type instanceof DataType.MapOf) {
      columns.add(new UnnestColumn(unnamed(columns), operand, Part.KEY, null));
      columns.add(new UnnestColumn(unnamed(columns), operand, Part.VALUE, null));
    } else if (type instanceof DataType.Array array
        && array.element() instanceof DataType.Struct struct) {
      struct
          .fields()
          .forEach(
              field ->
                  columns.add(new UnnestColumn(field.name(), operand, Part.FIELD, field.name())));
    } else {
      columns.add(new UnnestColumn(unnamed(columns), operand, Part.ELEMENT, null));
    }
  }

  private static String unnamed(List<UnnestColumn> before) {
    return TrinoUnnest.unnamed(before.size());
  }
}
