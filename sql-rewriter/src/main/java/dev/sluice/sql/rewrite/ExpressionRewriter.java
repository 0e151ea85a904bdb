package dev.sluice.sql.rewrite;

import dev.sluice.DataType;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.FromItem.UnnestColumn;
import dev.sluice.sql.bind.HiddenColumn;
import dev.sluice.sql.bind.UserFunction;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.parse.GroupsFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Rewrites expressions: names to aliases and paths, calls to the engine's forms. */
final class ExpressionRewriter {
  private final Target target;
  private final QueryRewriter queries;

  ExpressionRewriter(Target target, QueryRewriter queries) {
    this.target = target;
    this.queries = queries;
  }

  SqlNodeList list(SqlNodeList nodes) {
    List<SqlNode> rewritten = new ArrayList<>();
    for (SqlNode node : nodes) {
      rewritten.add(expression(node));
    }
    return new SqlNodeList(rewritten, nodes.getParserPosition());
  }

  @Nullable SqlNodeList group(@Nullable SqlNodeList keys) {
    return keys == null
        ? null
        : new SqlNodeList(keys.stream().map(this::groupItem).toList(), keys.getParserPosition());
  }

  /** What looks like a row in there is a set of keys. */
  private SqlNode groupItem(SqlNode item) {
    return switch (item.getKind()) {
      case GROUPING_SETS, ROLLUP, CUBE, ROW -> {
        SqlCall sets = (SqlCall) item;
        yield copy(
            sets, sets.getOperandList().stream().map(this::groupItem).toArray(SqlNode[]::new));
      }
      default -> expression(item);
    };
  }

  @Nullable SqlNode optional(@Nullable SqlNode node) {
    return node == null ? null : expression(node);
  }

  SqlNode expression(SqlNode node) {
    if (node instanceof SqlIdentifier id) {
      return name(id);
    } else if (node instanceof SqlNodeList list) {
      return list(list);
    } else if (node instanceof SqlWindow window) {
      return window(window);
    } else if (node instanceof SqlLiteral literal) {
      Optional<FunctionForm> form = target.dialect().functions().literals();
      return form.isPresent() ? literal(literal, form.get()) : literal;
    } else if (node instanceof SqlCall call) {
      return call.isA(SqlKind.QUERY) ? queries.query(call) : call(call);
    }
    return node;
  }

  /** Engines that read some literals differently have a row for them. */
  private SqlNode literal(SqlLiteral literal, FunctionForm form) {
    DataType type = target.bound().typeOf(literal);
    return form.call(
        new FunctionCall(
            FunctionTable.LITERAL,
            (SqlCall) Nodes.call(FunctionTable.LITERAL, literal),
            List.of(literal),
            List.of(type),
            type,
            target.dialect().types(),
            target.remarks()));
  }

  private SqlNode name(SqlIdentifier id) {
    return target.bound().reference(id).map(this::name).orElse(id);
  }

  /** How the engine names a column or the path into it. */
  SqlNode name(ColumnReference reference) {
    FromItem item = reference.item();
    String alias = target.aliases().of(item);
    if (item instanceof FromItem.UnnestItem unnest) {
      Optional<UnnestRule> rule = target.rule(UnnestRule.class);
      if (rule.isPresent()) {
        return rule.get().column(unnest, alias, column(unnest, reference), reference.path());
      }
    }
    List<String> parts = new ArrayList<>(List.of(alias, Columns.printed(column(reference))));
    parts.addAll(reference.path());
    return new SqlIdentifier(parts, SqlParserPos.ZERO);
  }

  private String column(ColumnReference reference) {
    Optional<HiddenColumn> hidden = HiddenColumn.of(reference);
    return hidden.isEmpty()
        ? reference.column()
        : target
            .rule(HiddenColumnRule.class)
            .map(rule -> rule.name(hidden.get(), target.remarks()))
            .orElse(reference.column());
  }

  private static UnnestColumn column(FromItem.UnnestItem unnest, ColumnReference reference) {
    return unnest.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(reference.column()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No column " + reference.column()));
  }

  private SqlNode call(SqlCall call) {
    return switch (call.getKind()) {
      case AS, DESCENDING, NULLS_FIRST, NULLS_LAST, LAMBDA -> copy(call);
      case OVER, FILTER, IGNORE_NULLS, RESPECT_NULLS, WITHIN_GROUP -> decorated(call);
      case BETWEEN -> between(call);
      default -> formed(call);
    };
  }

  /** A call of the same operator over rewritten operands. */
  private SqlNode copy(SqlCall call) {
    return copy(call, operands(call));
  }

  private static SqlNode copy(SqlCall call, SqlNode... operands) {
    return call.getOperator()
        .createCall(call.getFunctionQuantifier(), call.getParserPosition(), operands);
  }

  private SqlNode[] operands(SqlCall call) {
    return call.getOperandList().stream()
        .map(operand -> operand(call, operand))
        .toArray(SqlNode[]::new);
  }

  private @Nullable SqlNode operand(SqlCall call, @Nullable SqlNode operand) {
    return operand == null ? null : Parentheses.operand(call, operand, expression(operand));
  }

  /** A dialect may have a row for it, named {@code between} whether negated or not. */
  private SqlNode between(SqlCall call) {
    FunctionCall bound = functionCall(call);
    SqlCall plain = (SqlCall) Between.of(call, bound.operands().toArray(SqlNode[]::new));
    FunctionCall between =
        new FunctionCall(
            FunctionTable.BETWEEN,
            plain,
            bound.operands(),
            bound.operandTypes(),
            bound.resultType(),
            bound.types(),
            bound.remarks());
    return target
        .dialect()
        .functions()
        .find(FunctionTable.BETWEEN)
        .map(form -> form.call(between))
        .orElse(plain);
  }

  private SqlNode formed(SqlCall call) {
    FunctionCall function = functionCall(call);
    FunctionForm form = form(function);
    return form.around(function, form.call(function));
  }

  private FunctionCall functionCall(SqlCall call) {
    List<SqlNode> operands = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      operands.add(operand(call, operand));
      types.add(operand == null ? DataType.Primitive.UNKNOWN : target.bound().typeOf(operand));
    }
    return new FunctionCall(
        call.getOperator().getName().toLowerCase(Locale.ROOT),
        call,
        operands,
        types,
        target.bound().typeOf(call),
        target.dialect().types(),
        target.remarks());
  }

  private FunctionForm form(FunctionCall call) {
    if (call.original().getOperator() instanceof UserFunction function) {
      return declared -> userFunction(declared, function);
    }
    return target
        .dialect()
        .functions()
        .find(call.name())
        .orElse(
            unlisted ->
                unlisted.refuse(
                    (call.original().getOperator() instanceof SqlFunction
                            ? "function "
                            : "operator ")
                        + call.name()
                        + " has no row in the table of functions of "
                        + target.dialect().engine(),
                    "Sluice's table of functions"));
  }

  /** A function of the user's own, under the engine's name and with the types declared. */
  private SqlNode userFunction(FunctionCall call, UserFunction function) {
    Optional<String> name = function.spelling(target.dialect().engine());
    if (name.isEmpty()) {
      return call.refuse(
          "it is declared without a name for " + target.dialect().engine(), function.declaredBy());
    }
    List<SqlNode> operands = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      boolean asDeclared = call.type(i).equals(function.argument(i));
      operands.add(asDeclared ? call.operand(i) : call.cast(call.operand(i), function.argument(i)));
    }
    return call.call(new SpelledFunction(name.get()), operands);
  }

  /**
   * An aggregate with FILTER, IGNORE NULLS, OVER or an order around it: the form's own casts go
   * outside.
   */
  private SqlNode decorated(SqlCall call) {
    SqlCall innermost = call;
    while (isDecoration(innermost)) {
      innermost = innermost.operand(0);
    }
    FunctionCall function = functionCall(innermost);
    FunctionForm form = form(function);
    return form.around(function, decorate(call, function, form));
  }

  private static boolean isDecoration(SqlCall call) {
    return switch (call.getKind()) {
      case OVER, FILTER, IGNORE_NULLS, RESPECT_NULLS, WITHIN_GROUP -> true;
      default -> false;
    };
  }

  private SqlNode decorate(SqlCall call, FunctionCall function, FunctionForm form) {
    if (!isDecoration(call)) {
      return form.call(function);
    }
    SqlCall inner = call.operand(0);
    if (call.getKind() == SqlKind.FILTER) {
      SqlNode condition = expression(call.operand(1));
      Optional<AggregateFilterRule> rule = target.rule(AggregateFilterRule.class);
      if (rule.isPresent()) {
        target.remarks().applied(rule.get().name());
        return decorate(inner, rule.get().apply(function, condition), form);
      }
      return Nodes.call(call.getOperator(), decorate(inner, function, form), condition);
    } else if (call.getKind() == SqlKind.OVER) {
      return Nodes.call(
          call.getOperator(), decorate(inner, function, form), expression(call.operand(1)));
    }
    if (call.getKind() == SqlKind.WITHIN_GROUP) {
      return Nodes.ordered(decorate(inner, function, form), order(call.operand(1)));
    }
    return Nodes.call(call.getOperator(), decorate(inner, function, form));
  }

  /** One that builds on a named window says all by itself: not every engine lets it build. */
  private SqlNode window(SqlWindow window) {
    SqlWindow rewritten =
        new SqlWindow(
            window.getParserPosition(),
            window.getDeclName(),
            null,
            list(window.getPartitionList()),
            order(window.getOrderList()),
            SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
            bound(window.getLowerBound()),
            bound(window.getUpperBound()),
            null,
            window.getExclude());
    return GroupsFrame.like(window, rewritten);
  }

  /** {@code n PRECEDING} is a call, {@code CURRENT ROW} a word. */
  private @Nullable SqlNode bound(@Nullable SqlNode bound) {
    return bound instanceof SqlCall call ? copy(call) : bound;
  }

  /** The items of an ORDER BY, each saying where NULLs go if the engine would have it otherwise. */
  SqlNodeList order(SqlNodeList items) {
    List<SqlNode> rewritten = new ArrayList<>();
    for (SqlNode item : items) {
      rewritten.add(orderItem(item));
    }
    return new SqlNodeList(rewritten, items.getParserPosition());
  }

  private SqlNode orderItem(SqlNode item) {
    SqlNode rewritten = expression(item);
    if (item.getKind() == SqlKind.NULLS_FIRST || item.getKind() == SqlKind.NULLS_LAST) {
      return rewritten;
    }
    Optional<OrderRule> rule = target.rule(OrderRule.class);
    if (rule.isEmpty()) {
      return rewritten;
    }
    boolean descending = item.getKind() == SqlKind.DESCENDING;
    SqlNode ordered = rule.get().apply(rewritten, descending, target.dialect().nullOrder());
    if (ordered != rewritten) {
      target.remarks().applied(rule.get().name());
    }
    return ordered;
  }
}
