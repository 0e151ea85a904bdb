package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a subquery are called in the rewritten query: as the user calls them, and
 * where that is nothing or not unique, by a name that no other column has.
 */
final class UniqueNames {
  private UniqueNames() {}

  static List<String> of(List<? extends @Nullable String> names) {
    Set<String> taken = new HashSet<>();
    names.stream().filter(name -> name != null).forEach(taken::add);
    Set<String> given = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      unique.add(
          name != null && given.add(name) ? name : free(name == null ? "_col" + i : name, taken));
    }
    return unique;
  }

  /** Whether a query's rows come from VALUES, whose columns each engine calls otherwise. */
  static boolean namesNone(SqlNode query) {
    if (query instanceof SqlWith with) {
      return namesNone(with.body);
    }
    boolean isInside = query.isA(SqlKind.SET_QUERY) || query.getKind() == SqlKind.LATERAL;
    return query.getKind() == SqlKind.VALUES
        || (isInside && namesNone(((SqlCall) query).operand(0)));
  }

  private static String free(String base, Set<String> taken) {
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }
}
