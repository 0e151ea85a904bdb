package dev.sluice.standin.redshift.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.ArrayExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import org.jspecify.annotations.Nullable;

/**
 * Says an expression in PostgreSQL's words. What it does not know is refused: nothing is passed on
 * unread.
 */
final class ExpressionText {
  /** Columns without parentheses that are functions. */
  private static final Set<String> BARE_FUNCTIONS =
      Set.of("sysdate", "current_user", "session_user", "user", "current_schema");

  private final QueryText queries;
  private final Scope scope;
  private final Names names;
  private final FunctionText functions;

  ExpressionText(QueryText queries, Scope scope) {
    this.queries = queries;
    this.scope = scope;
    this.names = queries.names();
    this.functions = new FunctionText(this, queries.reads());
  }

  String list(List<? extends Expression> expressions) {
    return expressions.stream().map(this::print).collect(Collectors.joining(", "));
  }

  String printOr(@Nullable Expression expression, String otherwise) {
    return expression == null ? otherwise : print(expression);
  }

  Scope scope() {
    return scope;
  }

  QueryText queries() {
    return queries;
  }

  String print(Expression e) {
    if (e instanceof Column column) {
      return column(column);
    } else if (e instanceof Function function) {
      return functions.print(function);
    } else if (e instanceof AnalyticExpression call) {
      return functions.window().print(call);
    } else if (e instanceof BinaryExpression binary) {
      return ConditionText.binary(this, binary);
    } else if (e instanceof ParenthesedSelect select) {
      return queries.subquery(select, scope, Scope.Place.VALUE);
    } else if (e instanceof ParenthesedExpressionList<?> list) {
      return "(" + list(list) + ")";
    } else if (e instanceof ExpressionList<?> list) {
      return list(list);
    } else if (e instanceof CaseExpression one) {
      return caseText(one);
    } else if (e instanceof CastExpression cast) {
      return cast(cast);
    }
    String constant = constant(e);
    return constant == null ? other(e) : constant;
  }

  private static @Nullable String constant(Expression e) {
    if (e instanceof StringValue text) {
      if (text.getPrefix() != null) {
        throw refused(e);
      }
      return text.toString();
    } else if (e instanceof LongValue || e instanceof DoubleValue) {
      return e.toString();
    } else if (e instanceof NullValue) {
      return "NULL";
    } else if (e instanceof BooleanValue truth) {
      return truth.getValue() ? "TRUE" : "FALSE";
    } else if (e instanceof DateTimeLiteralExpression literal) {
      return literal.getType() + " " + literal.getValue();
    } else if (e instanceof JdbcParameter parameter) {
      return parameter.toString();
    }
    return null;
  }

  private String other(Expression e) {
    if (e instanceof SignedExpression signed) {
      return signed.getSign() + " " + print(signed.getExpression());
    } else if (e instanceof NotExpression not && !not.isExclamationMark()) {
      return "NOT " + print(not.getExpression());
    } else if (e instanceof IntervalExpression interval) {
      return interval(interval);
    } else if (e instanceof TimeKeyExpression key) {
      return timeKey(key);
    } else if (e instanceof ExtractExpression extract) {
      String part = DateParts.literal(extract.getName());
      return "date_part_of(" + part + ", " + print(extract.getExpression()) + ")";
    } else if (e instanceof TrimFunction trim) {
      return trim(trim);
    } else if (e instanceof TranscodingFunction convert && !convert.isTranscodeStyle()) {
      String type = TypeNames.print(convert.getColDataType());
      return "CAST(" + print(convert.getExpression()) + " AS " + type + ")";
    } else if (e instanceof TimezoneExpression zone) {
      StringBuilder text = new StringBuilder(print(zone.getLeftExpression()));
      zone.getTimezoneExpressions()
          .forEach(one -> text.append(" AT TIME ZONE ").append(print(one)));
      return text.toString();
    } else if (e instanceof AnyComparisonExpression any && any.getSelect() != null) {
      ParenthesedSelect select = new ParenthesedSelect().withSelect(bare(any));
      return any.getAnyType() + " " + queries.subquery(select, scope, Scope.Place.IN);
    } else if (e instanceof ArrayExpression array) {
      return element(array);
    }
    return ConditionText.condition(this, e);
  }

  /** The driver asks for parts of {@code current_schemas}; no other array has places. */
  private String element(ArrayExpression e) {
    Expression array = e.getObjExpression();
    if (!array.toString().matches("\\((pg_catalog\\.)?current_schemas\\((true|false)\\)\\)")
        || e.getIndexExpression() == null) {
      throw RefusedException.own("an element of an array cannot be had by its position: " + e);
    }
    return print(array) + "[" + print(e.getIndexExpression()) + "]";
  }

  private static net.sf.jsqlparser.statement.select.Select bare(AnyComparisonExpression any) {
    return any.getSelect() instanceof ParenthesedSelect parenthesed
        ? parenthesed.getSelect()
        : any.getSelect();
  }

  static RefusedException refused(Object node) {
    return RefusedException.own(
        "42601", "not known as Redshift's SQL: " + node.getClass().getSimpleName() + " in " + node);
  }

  private String column(Column column) {
    if (column.getArrayConstructor() != null) {
      throw RefusedException.own("an element of an array cannot be had by its position: " + column);
    }
    List<String> parts = names.of(column);
    String plain = column.getColumnName().toLowerCase(Locale.ROOT);
    return queries
        .paths()
        .value(scope, parts)
        .orElseGet(
            () ->
                parts.size() == 1 && BARE_FUNCTIONS.contains(plain)
                    ? functions.named(plain, "")
                    : Names.print(parts));
  }

  private String caseText(CaseExpression one) {
    StringBuilder text = new StringBuilder("CASE");
    if (one.getSwitchExpression() != null) {
      text.append(' ').append(print(one.getSwitchExpression()));
    }
    for (WhenClause when : one.getWhenClauses()) {
      text.append(" WHEN ").append(print(when.getWhenExpression()));
      text.append(" THEN ").append(print(when.getThenExpression()));
    }
    if (one.getElseExpression() != null) {
      text.append(" ELSE ").append(print(one.getElseExpression()));
    }
    return text.append(" END").toString();
  }

  private String cast(CastExpression cast) {
    if (cast.getFormat() != null || cast.getColDataType() == null) {
      throw refused(cast);
    }
    String type = TypeNames.print(cast.getColDataType());
    String value = print(cast.getLeftExpression());
    if (cast.isUseCastKeyword() && "TRY_CAST".equalsIgnoreCase(cast.keyword)) {
      RedshiftFunctions.named("try_cast");
      return "try_cast(" + value + ", CAST(NULL AS " + type + "))";
    } else if (cast.isUseCastKeyword() && !"CAST".equalsIgnoreCase(cast.keyword)) {
      throw refused(cast);
    }
    return "CAST(" + value + " AS " + type + ")";
  }

  private static String interval(IntervalExpression interval) {
    if (!interval.isUsingIntervalKeyword() || interval.getExpression() != null) {
      throw refused(interval);
    }
    String type = interval.getIntervalType();
    return "INTERVAL " + interval.getParameter() + (type == null ? "" : " " + type);
  }

  private String timeKey(TimeKeyExpression key) {
    String name = key.getStringValue().replace("()", "").toLowerCase(Locale.ROOT);
    return name.equals("current_date") ? "current_date" : functions.named(name, "");
  }

  private String trim(TrimFunction trim) {
    String where = trim.getTrimSpecification() == null ? "" : trim.getTrimSpecification() + " ";
    if (trim.getFromExpression() == null) {
      return "trim(" + where + (where.isEmpty() ? "" : "FROM ") + print(trim.getExpression()) + ")";
    } else if (!trim.isUsingFromKeyword()) {
      throw refused(trim);
    }
    String characters = printOr(trim.getExpression(), "' '");
    return "trim(" + where + characters + " FROM " + print(trim.getFromExpression()) + ")";
  }
}
