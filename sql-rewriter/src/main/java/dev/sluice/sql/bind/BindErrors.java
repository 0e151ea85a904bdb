package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.jspecify.annotations.Nullable;

/** Says in SQL's words, with the place, what the validator found wrong. */
final class BindErrors {
  private static final Pattern NOT_FOUND =
      Pattern.compile("Column '(.+)' not found in (?:any table|table '.+')");
  private static final Pattern TABLE_NOT_FOUND = Pattern.compile("Table '(.+)' not found");
  private static final Pattern AMBIGUOUS = Pattern.compile("Column '(.+)' is ambiguous");
  private static final Pattern CANNOT_APPLY =
      Pattern.compile("(?s)Cannot apply '(.+?)' to arguments of type '(.+?)'\\..*");
  private static final Pattern OPERAND = Pattern.compile("<((?:[^<>]|<[^<>]*>)*)>");
  private static final Pattern ARGUMENTS =
      Pattern.compile(
          "Invalid number of arguments to function '(.+)'\\. Was expecting (\\d+) arguments");
  private static final Pattern COALESCE =
      Pattern.compile("Cannot infer return type for (.+); operand types: \\[(.+)\\]");
  private static final Pattern CAST =
      Pattern.compile("Cast function cannot convert value of type (.+) to type (.+)");
  private static final Pattern ILLEGAL =
      Pattern.compile("(Aggregate|Windowed aggregate) expression is illegal in (.+)");
  private static final Pattern NOT_GROUPED =
      Pattern.compile("Expression '(.+)' is not being grouped");
  private static final Pattern DEGREE =
      Pattern.compile(
          "(?s)List of column aliases must have same degree as table; table has (\\d+) columns.*"
              + " alias list has (\\d+) columns");
  private static final Pattern COLLATION =
      Pattern.compile(" CHARACTER SET \"[^\"]*\"| COLLATE \"[^\"]*\"| NOT NULL");

  private BindErrors() {}

  static SluiceException translate(CalciteContextException e, NamesInScope names) {
    SqlPosition position = new SqlPosition(e.getPosLine(), e.getPosColumn());
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return translate(String.valueOf(cause.getMessage()), position, names, e);
  }

  static SluiceException translate(CalciteException e, NamesInScope names) {
    return translate(String.valueOf(e.getMessage()), null, names, e);
  }

  private static SluiceException translate(
      String text, @Nullable SqlPosition position, NamesInScope names, Throwable cause) {
    Said said = say(text, position, names);
    String where = position == null ? "" : " at " + position;
    return new SluiceException(
        said.code(), said.what() + where + said.cure(), position, null, cause);
  }

  private record Said(ErrorCode code, String what, String cure) {}

  private static Said say(String text, @Nullable SqlPosition at, NamesInScope names) {
    Matcher match = NOT_FOUND.matcher(text);
    if (match.matches()) {
      return missing(at, match.group(1), names);
    }
    match = TABLE_NOT_FOUND.matcher(text);
    if (match.matches()) {
      return missing(at, match.group(1), names);
    }
    match = AMBIGUOUS.matcher(text);
    if (match.matches()) {
      String column = match.group(1);
      return new Said(
          ErrorCode.COLUMN_AMBIGUOUS,
          "Column " + column + " is ambiguous",
          names.candidates(column));
    }
    return types(text);
  }

  private static Said missing(@Nullable SqlPosition at, String name, NamesInScope names) {
    String written = names.written(at, name);
    return new Said(
        ErrorCode.COLUMN_NOT_FOUND, "Column " + written + " not found", names.nearest(written));
  }

  private static Said types(String text) {
    Matcher match = CANNOT_APPLY.matcher(text);
    if (match.matches()) {
      return cannotApply(match.group(1), match.group(2));
    }
    match = COALESCE.matcher(text);
    if (match.matches()) {
      return new Said(
          ErrorCode.TYPE_MISMATCH,
          "The arguments of "
              + match.group(1).toLowerCase(Locale.ROOT)
              + " are of different types: "
              + sql(match.group(2)),
          "; cast them to one type");
    }
    match = CAST.matcher(text);
    if (match.matches()) {
      return new Said(
          ErrorCode.TYPE_MISMATCH,
          "Cannot cast " + sql(match.group(1)) + " to " + sql(match.group(2)),
          "");
    }
    return shape(text);
  }

  private static Said shape(String text) {
    Matcher match = ARGUMENTS.matcher(text);
    if (match.matches()) {
      String count = match.group(2);
      return new Said(
          ErrorCode.INVALID_QUERY,
          "Function "
              + match.group(1).toLowerCase(Locale.ROOT)
              + " has the wrong number of arguments",
          "; it takes at least " + count);
    }
    match = ILLEGAL.matcher(text);
    if (match.matches()) {
      boolean window = match.group(1).startsWith("Windowed");
      return new Said(
          ErrorCode.INVALID_QUERY,
          (window ? "A window function" : "An aggregate")
              + " cannot stand in the "
              + match.group(2),
          !match.group(2).startsWith("WHERE")
              ? ""
              : window ? "; QUALIFY or a subquery can hold it" : "; HAVING can hold it");
    }
    match = NOT_GROUPED.matcher(text);
    if (match.matches()) {
      return new Said(
          ErrorCode.INVALID_QUERY,
          match.group(1) + " is neither grouped by nor inside an aggregate",
          "");
    }
    match = DEGREE.matcher(text);
    if (match.matches()) {
      return new Said(
          ErrorCode.INVALID_QUERY,
          "The alias names " + match.group(2) + " columns where there are " + match.group(1),
          "");
    }
    return plain(text);
  }

  private static Said plain(String text) {
    if (text.contains("must be of the same type") || text.contains("mixing of types")) {
      return new Said(
          ErrorCode.TYPE_MISMATCH, "The alternatives are of different types", "; cast them to one");
    } else if (text.toLowerCase(Locale.ROOT).contains("type mismatch")
        || text.contains("must have compatible types")) {
      return new Said(ErrorCode.TYPE_MISMATCH, text, "; cast one of them");
    } else if (text.endsWith("clause must be a condition")) {
      return new Said(
          ErrorCode.TYPE_MISMATCH,
          "The " + text.replace(" must be a condition", "") + " must be a boolean",
          "");
    } else if (text.startsWith("Unknown identifier '")) {
      return new Said(
          ErrorCode.INVALID_QUERY,
          "Unknown name " + text.substring("Unknown identifier ".length()).replace("'", ""),
          "");
    }
    return new Said(ErrorCode.INVALID_QUERY, COLLATION.matcher(text).replaceAll(""), "");
  }

  private static Said cannotApply(String operator, String signature) {
    String types =
        OPERAND
            .matcher(signature)
            .results()
            .map(result -> sql(result.group(1)))
            .collect(Collectors.joining(" and "));
    String name = operator.toLowerCase(Locale.ROOT);
    String what =
        switch (name) {
          case "item" -> "[ ] cannot be applied to " + types;
          case "$scalar_query" -> "A subquery used as a value must have one column";
          case "like" -> "LIKE cannot compare " + types;
          case "unnest" -> "UNNEST takes arrays and maps, not " + types;
          default ->
              Character.isLetter(name.charAt(0)) && signature.startsWith(operator + "(")
                  ? "Function " + name + " cannot take " + types
                  : "Operator " + operator + " cannot take " + types;
        };
    return new Said(ErrorCode.TYPE_MISMATCH, what, cure(name, types));
  }

  /** The cast that would do, where there is one. */
  private static String cure(String name, String types) {
    return switch (name) {
      case "lower",
          "upper",
          "trim",
          "ltrim",
          "rtrim",
          "length",
          "substr",
          "replace",
          "like",
          "||" ->
          "; cast to varchar, for example CAST(… AS varchar)";
      case "+", "-", "*", "/", "%", "sum", "avg" ->
          types.contains("varchar")
              ? "; cast the text to a number, for example CAST(… AS double)"
              : "";
      case "$scalar_query", "item" -> "";
      default -> "";
    };
  }

  /** A type as Sluice's SQL spells it. */
  static String sql(String type) {
    String plain = COLLATION.matcher(type).replaceAll("").toLowerCase(Locale.ROOT);
    Matcher map = Pattern.compile("\\((.+), (.+)\\) map").matcher(plain);
    if (map.matches()) {
      return "map(" + map.group(1) + ", " + map.group(2) + ")";
    } else if (plain.endsWith(" array")) {
      return "array(" + sql(plain.substring(0, plain.length() - " array".length())) + ")";
    } else if (plain.startsWith("recordtype(")) {
      return "row";
    }
    return plain;
  }
}
