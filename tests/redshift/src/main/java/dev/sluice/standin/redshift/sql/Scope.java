package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.sql.RangeVariable.Elements;
import dev.sluice.standin.redshift.sql.RangeVariable.External;
import dev.sluice.standin.redshift.sql.RangeVariable.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a SELECT sees: its own range variables, then those of the SELECTs around it. */
final class Scope {
  /** Where a SELECT stands. */
  enum Place {
    OUTERMOST,
    /** A derived table or a WITH query. */
    FROM,
    VALUE,
    EXISTS,
    IN
  }

  private final @Nullable Scope outer;
  private final Place place;
  private final List<RangeVariable> variables = new ArrayList<>();
  private boolean inOuterJoin;
  private boolean inFrom;
  private boolean correlated;
  private boolean aggregates;
  private boolean hasWindow;

  Scope(@Nullable Scope outer, Place place) {
    this.outer = outer;
    this.place = place;
  }

  @Nullable Scope outer() {
    return outer;
  }

  /** What was found, by how many levels further out, and how many parts of the name it took. */
  record Found(RangeVariable variable, int level, int taken) {}

  Place place() {
    return place;
  }

  boolean isSubquery() {
    return place != Place.OUTERMOST;
  }

  List<RangeVariable> variables() {
    return variables;
  }

  void add(RangeVariable variable) {
    variables.add(variable);
  }

  /** Notes an aggregate, which makes this SELECT an aggregation. */
  void aggregates() {
    aggregates = true;
  }

  boolean isAggregation() {
    return aggregates;
  }

  void hasWindow() {
    hasWindow = true;
  }

  /** Set while the condition of an outer join is read. */
  void inOuterJoin(boolean now) {
    inOuterJoin = now;
  }

  /** Set while FROM is read. */
  void inFrom(boolean now) {
    inFrom = now;
  }

  boolean isInFrom() {
    return inFrom;
  }

  /** Once the whole SELECT is read. */
  void checkCorrelation() {
    if (correlated && hasWindow) {
      throw Patterns.correlation();
    }
  }

  /** Notes that this SELECT names a row of one around it. */
  void correlate(int level) {
    correlated = correlated || level > 0;
    if (level > 1) {
      throw Patterns.correlation();
    }
    if (level == 1 && outer != null && outer.inOuterJoin) {
      throw Patterns.correlation();
    }
  }

  Optional<Found> find(List<String> parts) {
    int level = 0;
    for (Scope scope = this; scope != null; scope = scope.outer, level++) {
      for (RangeVariable variable : scope.variables) {
        int taken = taken(variable, parts);
        if (taken >= 0) {
          return Optional.of(new Found(variable, level, taken));
        }
      }
    }
    return Optional.empty();
  }

  private static int taken(RangeVariable variable, List<String> parts) {
    String first = parts.get(0);
    boolean named = variable.name().equals(first);
    if (named && (parts.size() > 1 || variable instanceof Elements)) {
      return 1;
    }
    if (variable instanceof External external) {
      boolean qualified =
          parts.size() > 2
              && external.table().schema().equals(first)
              && external.name().equals(parts.get(1));
      if (qualified) {
        return 2;
      }
      return external.table().column(first).isPresent() || Pseudo.isOne(first) ? 0 : -1;
    }
    return variable instanceof Other other
            && other.columns() != null
            && other.columns().contains(first)
        ? 0
        : -1;
  }
}
