package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/**
 * Walks a validated tree once and writes down what the validator knows: the type of each expression
 * and where each name leads.
 */
final class Annotator {
  private final SqlValidator validator;
  private final FromWalker fromWalker;
  private final WrittenNames written;
  private final Annotations annotations = new Annotations();

  Annotator(SqlValidator validator, CatalogTables tables, WrittenNames written) {
    this.validator = validator;
    this.written = written;
    this.fromWalker = new FromWalker(this, tables, annotations);
  }

  Annotations annotate(SqlNode root) {
    query(root, Scope.OUTERMOST);
    return annotations;
  }

  /** The FROM items that names can lead to, innermost first. */
  record Scope(Map<String, FromItem> items, @Nullable Scope outer) {
    static final Scope OUTERMOST = new Scope(Map.of(), null);

    Scope inner() {
      return new Scope(new HashMap<>(), this);
    }

    @Nullable FromItem find(String alias) {
      FromItem item = items.get(alias);
      return item != null || outer == null ? item : outer.find(alias);
    }
  }

  void query(SqlNode node, Scope outer) {
    if (node instanceof SqlSelect select) {
      select(select, outer.inner());
    } else if (node instanceof SqlWith with) {
      for (SqlNode item : with.withList) {
        query(((SqlWithItem) item).query, outer);
      }
      query(with.body, outer);
    } else if (node instanceof SqlCall call && call.getKind() == SqlKind.VALUES) {
      call.getOperandList().forEach(row -> row(row, outer));
    } else if (node instanceof SqlCall call) {
      call.getOperandList().stream()
          .filter(operand -> operand != null)
          .forEach(operand -> query(operand, outer));
    }
  }

  private void row(SqlNode row, Scope outer) {
    for (SqlNode value : ((SqlCall) row).getOperandList()) {
      expression(value, validator.getEmptyScope(), outer);
    }
  }

  private void select(SqlSelect select, Scope scope) {
    if (select.getFrom() != null) {
      fromWalker.walk(select.getFrom(), scope, validator.getFromScope(select));
    }
    SqlValidatorScope plain = validator.getWhereScope(select);
    expressions(select.getSelectList(), validator.getSelectScope(select), scope);
    optional(select.getWhere(), plain, scope);
    expressions(select.getGroup(), validator.getGroupScope(select), scope);
    optional(select.getHaving(), validator.getHavingScope(select), scope);
    optional(select.getQualify(), validator.getSelectScope(select), scope);
    names(select);
    expressions(select.getWindowList(), plain, scope);
    if (select.getOrderList() != null) {
      expressions(select.getOrderList(), validator.getOrderScope(select), scope);
      OrderAliases.collect(select, annotations);
    }
  }

  private void names(SqlSelect select) {
    SqlValidatorNamespace namespace = validator.getNamespace(select);
    if (namespace != null) {
      annotations.outputNames.put(select, List.copyOf(namespace.getRowType().getFieldNames()));
    }
  }

  private void optional(@Nullable SqlNode node, SqlValidatorScope at, Scope scope) {
    if (node != null) {
      expression(node, at, scope);
    }
  }

  private void expressions(
      @Nullable SqlNodeList nodes, @Nullable SqlValidatorScope at, Scope scope) {
    if (nodes != null && at != null) {
      for (SqlNode node : nodes) {
        optional(node, at, scope);
      }
    }
  }

  void expression(SqlNode node, SqlValidatorScope at, Scope scope) {
    if (node instanceof SqlIdentifier id) {
      identifier(id, at, scope);
    } else if (node instanceof SqlLiteral) {
      type(node, at);
    } else if (node instanceof SqlNodeList list) {
      expressions(list, at, scope);
    } else if (node instanceof SqlWindow window) {
      if (window.getRefName() != null) {
        annotations.wholeWindows.put(window, Windows.whole(window, at));
      }
      expressions(window.getPartitionList(), at, scope);
      expressions(window.getOrderList(), at, scope);
      optional(window.getLowerBound(), at, scope);
      optional(window.getUpperBound(), at, scope);
    } else if (node instanceof SqlCall call) {
      call(call, at, scope);
    }
  }

  private void call(SqlCall call, SqlValidatorScope at, Scope scope) {
    if (call.isA(SqlKind.QUERY)) {
      query(call, scope);
      type(call, at);
      return;
    }
    switch (call.getKind()) {
      case OVER -> over(call, at, scope);
      case AS -> expression(call.operand(0), at, scope);
      case DOT -> {
        // What stands right of the dot is a field's name, not a column's.
        expression(call.operand(0), at, scope);
        type(call, at);
      }
      default -> {
        SqlValidatorScope inside = at.getOperandScope(call);
        for (SqlNode operand : call.getOperandList()) {
          if (operand != null) {
            expression(operand, inside == null ? at : inside, scope);
          }
        }
        type(call, at);
      }
    }
  }

  /** Inside OVER the names are those of the FROM clause, whatever the query groups by. */
  private void over(SqlCall call, SqlValidatorScope at, Scope scope) {
    SqlCall function = call.operand(0);
    SqlCall aggregate =
        function.getOperator().isAggregator() ? function : (SqlCall) function.operand(0);
    for (SqlNode operand : aggregate.getOperandList()) {
      optional(operand, at, scope);
    }
    // A bare name here is that of a WINDOW clause, never a column.
    if (call.operand(1) instanceof SqlWindow window) {
      expression(window, at, scope);
    }
    type(call, at);
    DataType type = annotations.types.get(call);
    if (type != null) {
      annotations.types.put(function, type);
      annotations.types.put(aggregate, type);
    }
  }

  private void identifier(SqlIdentifier id, SqlValidatorScope at, Scope scope) {
    if (id.isStar()) {
      return;
    }
    type(id, at);
    SqlIdentifier qualified = qualified(id, at);
    FromItem item = qualified.names.size() < 2 ? null : scope.find(qualified.names.get(0));
    if (item != null) {
      written.refuseHiddenStep(qualified);
      restoreNamelessness(qualified, item);
      List<String> names = qualified.names;
      annotations.references.put(
          id,
          new ColumnReference(item, column(item, names.get(1)), names.subList(2, names.size())));
    }
  }

  /** Calcite calls the only column of an UNNEST as its alias; to Trino it has no name. */
  private void restoreNamelessness(SqlIdentifier id, FromItem item) {
    boolean namedAsItsAlias =
        item instanceof FromItem.UnnestItem unnest
            && unnest.columns().size() == 1
            && id.names.get(1).equals(unnest.alias())
            && unnest.columns().get(0).name().equals(TrinoUnnest.unnamed(0));
    if (namedAsItsAlias) {
      written.refuseUnlessStar(id);
      id.setNames(List.of(id.names.get(0), TrinoUnnest.unnamed(0)), null);
    }
  }

  /** The table's own name of a column that its alias renames. */
  private String column(FromItem item, String name) {
    List<String> renamed = annotations.renamed.get(item);
    int index = renamed == null ? -1 : renamed.indexOf(name);
    return index >= 0 && item instanceof FromItem.TableItem tableItem
        ? tableItem.table().allColumns().get(index).name()
        : name;
  }

  /** Aliases put in place of their expressions leave names behind that nobody has qualified. */
  private static SqlIdentifier qualified(SqlIdentifier id, SqlValidatorScope at) {
    if (id.names.size() > 1) {
      return id;
    }
    try {
      return at.fullyQualify(id).identifier;
    } catch (CalciteException e) {
      return id;
    }
  }

  private void type(SqlNode node, SqlValidatorScope at) {
    RelDataType known = validator.getValidatedNodeTypeIfKnown(node);
    if (known == null) {
      try {
        known = validator.deriveType(at, node);
      } catch (CalciteException | UnsupportedOperationException | AssertionError e) {
        // Interval qualifiers, symbols and the like have no type of their own.
        return;
      }
    }
    annotations.types.put(node, SluiceTypeFactory.fromCalcite(known));
  }

  void joinCondition(SqlJoin join, Scope scope) {
    SqlNode condition = join.getCondition();
    SqlValidatorScope at = validator.getJoinScope(join);
    if (condition != null && at != null) {
      expression(condition, at, scope);
    }
  }

  DataType typeOf(SqlNode node, SqlValidatorScope at) {
    type(node, at);
    DataType type = annotations.types.get(node);
    if (type == null) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          "No type for " + node + " at " + Positions.of(node),
          Positions.of(node));
    }
    return type;
  }
}
