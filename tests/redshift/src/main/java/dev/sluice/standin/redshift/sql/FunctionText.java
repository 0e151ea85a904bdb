package dev.sluice.standin.redshift.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.statement.select.AllColumns;

/**
 * Calls. Most functions keep their name: the schema {@code redshift} has those that PostgreSQL
 * lacks or means otherwise, and comes before {@code pg_catalog}.
 */
final class FunctionText {
  private final ExpressionText expressions;
  private final Reads reads;
  private final WindowText window;

  FunctionText(ExpressionText expressions, Reads reads) {
    this.expressions = expressions;
    this.reads = reads;
    this.window = new WindowText(expressions);
  }

  WindowText window() {
    return window;
  }

  String print(Function call) {
    if (call.getKeywordArguments() != null
        || (call.getNamedParameters() != null && !isPosition(call))
        || call.getOrderByElements() != null
        || call.getNullHandling() != null
        || call.getAttribute() != null
        || call.getKeep() != null
        || call.getLimit() != null
        || call.getHavingClause() != null
        || call.getChainedParameters() != null
        || call.isUnique()
        || call.isEscaped()) {
      throw ExpressionText.refused(call);
    }
    String name = name(call);
    RedshiftFunctions.Entry entry = known(name);
    if (entry.kind() == RedshiftFunctions.Kind.WINDOW) {
      throw RefusedException.own("42809", "window function " + name + " needs OVER");
    } else if (isPosition(call)) {
      List<? extends Expression> two = List.copyOf(call.getNamedParameters());
      return "strpos(" + expressions.print(two.get(1)) + ", " + expressions.print(two.get(0)) + ")";
    } else if (call.isDistinct() && entry.kind() != RedshiftFunctions.Kind.AGGREGATE) {
      throw ExpressionText.refused(call);
    }
    if (entry.kind() == RedshiftFunctions.Kind.AGGREGATE) {
      expressions.scope().aggregates();
    }
    return call(name, parameters(call), call.isDistinct());
  }

  /** A function without arguments. */
  String named(String name, String arguments) {
    known(name);
    return name.matches("current_user|session_user|user") ? name : name + "(" + arguments + ")";
  }

  private RedshiftFunctions.Entry known(String name) {
    RedshiftFunctions.Entry entry = RedshiftFunctions.named(name);
    if (entry.kind() == RedshiftFunctions.Kind.LEADER) {
      reads.leaderFunction(name);
    }
    return entry;
  }

  private static boolean isPosition(Function call) {
    return call.getNamedParameters() != null && call.getName().equalsIgnoreCase("position");
  }

  private static String name(Function call) {
    String name = call.getName().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace("\"", "");
    if (name.startsWith("pg_catalog.")) {
      name = name.substring("pg_catalog.".length());
    }
    return name;
  }

  static List<? extends Expression> parameters(Function call) {
    return call.getParameters() == null ? List.of() : List.copyOf(call.getParameters());
  }

  private String call(String name, List<? extends Expression> parameters, boolean distinct) {
    if (parameters.size() == 1 && parameters.get(0) instanceof AllColumns) {
      if (!name.equals("count")) {
        throw RefusedException.own("42601", name + "(*)");
      }
      return "count(*)";
    }
    return switch (name) {
      case "dateadd", "date_add", "datediff", "date_diff" -> dated(name, parameters);
      case "date_part", "pgdate_part" -> part(parameters);
      case "date_trunc" -> truncated(parameters);
      case "json_extract_path_text" -> jsonPath(parameters);
      case "nvl" -> "coalesce(" + expressions.list(parameters) + ")";
      case "nvl2" -> nvl2(parameters);
      case "decode" -> decode(parameters);
      case "concat" -> concat(parameters);
      case "approximate count" -> "count(DISTINCT " + expressions.list(parameters) + ")";
      case "median" ->
          "percentile_cont(0.5) WITHIN GROUP (ORDER BY " + expressions.list(parameters) + ")";
      default -> name + "(" + (distinct ? "DISTINCT " : "") + expressions.list(parameters) + ")";
    };
  }

  private String dated(String name, List<? extends Expression> parameters) {
    count(name, parameters, 3);
    String shim = name.replace("_", "");
    return shim
        + "("
        + DateParts.literal(parameters.get(0).toString())
        + ", "
        + expressions.list(parameters.subList(1, 3))
        + ")";
  }

  private String part(List<? extends Expression> parameters) {
    count("date_part", parameters, 2);
    String part = DateParts.literal(parameters.get(0).toString());
    return "date_part_of(" + part + ", " + expressions.print(parameters.get(1)) + ")";
  }

  private String truncated(List<? extends Expression> parameters) {
    count("date_trunc", parameters, 2);
    String part = DateParts.literal(parameters.get(0).toString());
    return "date_trunc_to(" + part + ", " + expressions.print(parameters.get(1)) + ")";
  }

  /** The path's parts as an array, then whether bad JSON is NULL. */
  private String jsonPath(List<? extends Expression> parameters) {
    if (parameters.size() < 2) {
      throw RefusedException.own("42883", "json_extract_path_text needs a path");
    }
    int last = parameters.size() - 1;
    boolean hasFlag = parameters.get(last) instanceof BooleanValue;
    List<? extends Expression> path = parameters.subList(1, hasFlag ? last : last + 1);
    if (path.isEmpty() || path.size() > 5) {
      throw RefusedException.own("a JSON path has one to five names: " + path.size());
    }
    return "json_path_text("
        + expressions.print(parameters.get(0))
        + ", ARRAY["
        + expressions.list(path)
        + "]::text[], "
        + (hasFlag ? expressions.print(parameters.get(last)) : "FALSE")
        + ")";
  }

  private String nvl2(List<? extends Expression> parameters) {
    count("nvl2", parameters, 3);
    return "CASE WHEN ("
        + expressions.print(parameters.get(0))
        + ") IS NOT NULL THEN "
        + expressions.print(parameters.get(1))
        + " ELSE "
        + expressions.print(parameters.get(2))
        + " END";
  }

  /** NULL is found by NULL, unlike in CASE. */
  private String decode(List<? extends Expression> parameters) {
    if (parameters.size() < 3) {
      throw RefusedException.own("42883", "decode needs a value, what to search and a result");
    }
    String value = expressions.print(parameters.get(0));
    StringBuilder text = new StringBuilder("CASE");
    int i = 1;
    for (; i + 1 < parameters.size(); i += 2) {
      String searched = expressions.print(parameters.get(i));
      String found = expressions.print(parameters.get(i + 1));
      String both = "(" + value + ") IS NULL AND (" + searched + ") IS NULL";
      text.append(" WHEN (%s) = (%s) OR %s THEN %s".formatted(value, searched, both, found));
    }
    if (i < parameters.size()) {
      text.append(" ELSE ").append(expressions.print(parameters.get(i)));
    }
    return text.append(" END").toString();
  }

  /** Two arguments, and NULL for NULL; PostgreSQL's leaves NULLs out. */
  private String concat(List<? extends Expression> parameters) {
    count("concat", parameters, 2);
    List<String> texts = new ArrayList<>();
    parameters.forEach(one -> texts.add("CAST(" + expressions.print(one) + " AS varchar)"));
    return "(" + String.join(" || ", texts) + ")";
  }

  private static void count(String name, List<?> parameters, int wanted) {
    if (parameters.size() != wanted) {
      throw RefusedException.own(
          "42883", name + " takes " + wanted + " arguments, not " + parameters.size());
    }
  }
}
