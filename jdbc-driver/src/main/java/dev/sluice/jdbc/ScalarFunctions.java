package dev.sluice.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The functions of {@code {fn …}} (JDBC 4.3, appendix C) and what they are in Sluice's SQL. Each
 * argument stands once and in its order there, since it may be a parameter. Those that JDBC has and
 * this list has not are such as Sluice's SQL has no words for, and are not told to tools.
 */
final class ScalarFunctions {
  /** All of JDBC's but fractions of a second, which are nanoseconds there. */
  private static final List<String> UNITS =
      List.of("SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

  private static final Pattern PLACE = Pattern.compile("\\$([0-9])");

  enum Kind {
    NUMERIC,
    STRING,
    TIME_DATE,
    SYSTEM
  }

  /**
   * @param word that comes before the arguments and is none of them; "" where there is none
   * @param arguments how many there are, the word aside
   * @param sql with $1, $2 … for the arguments
   */
  record Function(Kind kind, String name, String word, int arguments, String sql) {
    private boolean takes(String called, List<String> given) {
      return name.equalsIgnoreCase(called)
          && (word.isEmpty()
              ? given.size() == arguments
              : given.size() == arguments + 1 && given.get(0).strip().equalsIgnoreCase(word));
    }

    private String called(List<String> given) {
      List<String> own = word.isEmpty() ? given : given.subList(1, given.size());
      return PLACE
          .matcher(sql)
          .replaceAll(
              place -> Matcher.quoteReplacement(own.get(Integer.parseInt(place.group(1)) - 1)));
    }
  }

  static final List<Function> ALL = new Listing().functions();

  private ScalarFunctions() {}

  /** A call as Sluice's SQL has it; empty where JDBC has no such function. */
  static Optional<String> called(String name, List<String> arguments) {
    return ALL.stream()
        .filter(function -> function.takes(name, arguments))
        .findFirst()
        .map(function -> function.called(arguments));
  }

  /** Names as metadata lists them. */
  static String names(Kind kind) {
    return ALL.stream()
        .filter(function -> function.kind == kind)
        .map(Function::name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static final class Listing {
    private final List<Function> functions = new ArrayList<>();

    private List<Function> functions() {
      numeric();
      string();
      timeAndDate();
      add(Kind.SYSTEM, "DATABASE", 0, "'" + CatalogMetaData.CATALOG + "'");
      add(Kind.SYSTEM, "IFNULL", 2, "coalesce($1, $2)");
      return List.copyOf(functions);
    }

    private void numeric() {
      same(Kind.NUMERIC, 0, "PI");
      same(Kind.NUMERIC, 1, "ABS", "ACOS", "ASIN", "ATAN", "CEILING", "COS", "DEGREES", "EXP");
      same(Kind.NUMERIC, 1, "FLOOR", "LOG10", "RADIANS", "ROUND", "SIGN", "SIN", "SQRT", "TAN");
      same(Kind.NUMERIC, 2, "ATAN2", "MOD", "POWER", "ROUND", "TRUNCATE");
      add(Kind.NUMERIC, "COT", 1, "(1 / tan($1))");
      add(Kind.NUMERIC, "LOG", 1, "ln($1)");
      add(Kind.NUMERIC, "RAND", 0, "random()");
    }

    private void string() {
      same(Kind.STRING, 1, "LTRIM", "RTRIM", "SOUNDEX");
      same(Kind.STRING, 2, "CONCAT");
      same(Kind.STRING, 3, "REPLACE", "SUBSTRING");
      // An argument of its own kind: "x IN y".
      same(Kind.STRING, 1, "POSITION");
      add(Kind.STRING, "ASCII", 1, "codepoint(CAST(substr($1, 1, 1) AS varchar(1)))");
      add(Kind.STRING, "CHAR", 1, "chr($1)");
      add(Kind.STRING, "CHAR_LENGTH", 1, "length($1)");
      add(Kind.STRING, "CHARACTER_LENGTH", 1, "length($1)");
      add(Kind.STRING, "LCASE", 1, "lower($1)");
      add(Kind.STRING, "LEFT", 2, "substr($1, 1, $2)");
      // JDBC: without blanks at the end.
      add(Kind.STRING, "LENGTH", 1, "length(rtrim($1))");
      add(Kind.STRING, "LOCATE", 2, "position($1 IN $2)");
      // From the end: what is longer than the text is the text.
      add(Kind.STRING, "RIGHT", 2, "reverse(substr(reverse($1), 1, $2))");
      add(Kind.STRING, "SPACE", 1, "rpad('', $1, ' ')");
      add(Kind.STRING, "UCASE", 1, "upper($1)");
    }

    private void timeAndDate() {
      same(Kind.TIME_DATE, 1, "EXTRACT", "HOUR", "MINUTE", "MONTH", "QUARTER", "SECOND", "WEEK");
      same(Kind.TIME_DATE, 1, "YEAR");
      add(Kind.TIME_DATE, "CURDATE", 0, "current_date");
      add(Kind.TIME_DATE, "CURRENT_DATE", 0, "current_date");
      add(Kind.TIME_DATE, "CURRENT_TIMESTAMP", 0, "current_timestamp");
      add(Kind.TIME_DATE, "NOW", 0, "current_timestamp");
      add(Kind.TIME_DATE, "DAYNAME", 1, "date_format($1, '%W')");
      add(Kind.TIME_DATE, "DAYOFMONTH", 1, "day($1)");
      // JDBC's week begins with Sunday, which is 1.
      add(Kind.TIME_DATE, "DAYOFWEEK", 1, "(day_of_week($1) % 7 + 1)");
      add(Kind.TIME_DATE, "DAYOFYEAR", 1, "day_of_year($1)");
      add(Kind.TIME_DATE, "MONTHNAME", 1, "date_format($1, '%M')");
      for (String unit : UNITS) {
        String name = "'" + unit.toLowerCase(Locale.ROOT) + "'";
        add("TIMESTAMPADD", "SQL_TSI_" + unit, "date_add(" + name + ", $1, $2)");
        add("TIMESTAMPDIFF", "SQL_TSI_" + unit, "date_diff(" + name + ", $1, $2)");
      }
    }

    private void same(Kind kind, int arguments, String... names) {
      List<String> places = new ArrayList<>();
      for (int i = 1; i <= arguments; i++) {
        places.add("$" + i);
      }
      for (String name : names) {
        String call = name.toLowerCase(Locale.ROOT) + "(" + String.join(", ", places) + ")";
        functions.add(new Function(kind, name, "", arguments, call));
      }
    }

    private void add(String name, String unit, String sql) {
      functions.add(new Function(Kind.TIME_DATE, name, unit, 2, sql));
    }

    private void add(Kind kind, String name, int arguments, String sql) {
      functions.add(new Function(kind, name, "", arguments, sql));
    }
  }
}
