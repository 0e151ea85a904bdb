package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;

/**
 * A capability that single calls show, whatever stands around them. Asked of calls that are of one
 * of the kinds, or of one of the functions.
 *
 * @param functions in lower case
 * @param isShownBy whether such a call of the bound query shows it
 */
record CallNeed(
    Capability capability,
    Set<SqlKind> kinds,
    Set<String> functions,
    BiPredicate<BoundQuery, SqlCall> isShownBy) {

  /** Shown by calls of some kinds. */
  static CallNeed of(
      Capability capability, Set<SqlKind> kinds, BiPredicate<BoundQuery, SqlCall> isShownBy) {
    return new CallNeed(capability, kinds, Set.of(), isShownBy);
  }

  /** Shown by calls of some functions. */
  static CallNeed named(
      Capability capability, Set<String> functions, BiPredicate<BoundQuery, SqlCall> isShownBy) {
    return new CallNeed(capability, Set.of(), functions, isShownBy);
  }

  /** Shown by every call of some functions. */
  static CallNeed named(Capability capability, Set<String> functions) {
    return named(capability, functions, (bound, call) -> true);
  }
}
