package dev.sluice.standin.redshift.sql;

import dev.sluice.TableFormat;
import dev.sluice.standin.redshift.lake.ExternalTable;
import dev.sluice.standin.redshift.sql.RangeVariable.Elements;
import dev.sluice.standin.redshift.sql.RangeVariable.External;
import java.util.List;
import java.util.Objects;

/**
 * The limits on nested data (Amazon Redshift Database Developer Guide, nested-data-restrictions,
 * 2023-04-24; the copy of September 2026 keeps them for what is generally available). The page
 * gives no error texts but for {@code *} and whole columns.
 */
final class NestedRules {
  /** For all formats. */
  private static final int MOST_DEPTH = 100;

  private NestedRules() {}

  /** What can be told from the table alone. */
  static void table(ExternalTable table) {
    TableFormat format = table.table().storage().format();
    if (table.isNested() && format == TableFormat.AVRO) {
      throw RefusedException.own(
          "nested columns are read from Parquet, ORC, JSON and Ion only, and "
              + table.name()
              + " is Avro");
    }
    if (table.depth() > MOST_DEPTH) {
      throw RefusedException.own(
          table.name() + " nests deeper than " + MOST_DEPTH + ": " + table.depth());
    }
  }

  static void star(List<RangeVariable> variables, SessionSettings session) {
    for (RangeVariable variable : variables) {
      if (variable instanceof Elements || (variable.isNested() && !session.serializesNested())) {
        throw RefusedException.documented(
            "0A000", "Nested tables do not support '*' in the SELECT clause.");
      }
    }
  }

  static void pseudoColumn(ExternalTable table, String name) {
    if (table.isNested()) {
      throw RefusedException.own(
          "pseudo-columns of nested data cannot be queried: " + name + " of " + table.name());
    }
  }

  /** A subquery over an array of the parent names the parent in its FROM only. */
  static void parentOutsideFrom(Scope scope, Scope.Found found) {
    External root = found.variable().root();
    boolean dependsOnParent =
        scope.variables().stream()
            .anyMatch(one -> one instanceof Elements && Objects.equals(one.root(), root));
    if (found.level() > 0 && root != null && dependsOnParent && !scope.isInFrom()) {
      throw RefusedException.own(
          "a subquery over nested data of its parent can use the parent in FROM only: "
              + found.variable().name());
    }
  }

  /** {@code joined}: all that stands to the left of an outer join and to its right. */
  static void outerJoin(List<RangeVariable> joined) {
    boolean nested = joined.stream().anyMatch(RangeVariable::isNested);
    if (nested && roots(joined) > 1) {
      throw RefusedException.own(
          "an outer join that refers to a nested table can refer to that table and its own arrays"
              + " and maps only");
    }
  }

  private static long roots(List<RangeVariable> variables) {
    return variables.stream()
        .map(one -> one.root() == null ? one : Objects.requireNonNull(one.root()))
        .distinct()
        .count();
  }

  /** What a SELECT that is no outermost one may do, once its FROM is read. */
  static void subquery(Scope scope, boolean aggregates, boolean ordered, boolean limited) {
    List<RangeVariable> variables = scope.variables();
    if (!scope.isSubquery() || variables.stream().noneMatch(RangeVariable::isNested)) {
      return;
    }
    if (ordered) {
      throw RefusedException.nestedQuery(
          "A subquery that refers to a nested table cannot contain ORDER BY clause");
    } else if (limited) {
      throw RefusedException.own("a subquery that refers to a nested table cannot contain LIMIT");
    } else if (roots(variables) > 1) {
      throw RefusedException.own(
          "a subquery whose FROM refers to a nested table cannot refer to any other table");
    } else if (scope.place() == Scope.Place.IN) {
      throw RefusedException.own("IN and NOT IN are not supported over nested data");
    } else if (aggregates && variables.stream().anyMatch(External.class::isInstance)) {
      throw RefusedException.own(
          "aggregation subqueries over nested data can refer to arrays and maps in FROM, not to an"
              + " external table");
    }
  }
}
