package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Writes GROUP BY DISTINCT, which Trino has and others lack, as the grouping sets that it means,
 * each once, whatever the order of its keys.
 */
final class GroupingSets {
  /** Trino's own limit (Trino documentation, admin/properties-general, max-grouping-sets). */
  private static final int MOST = 2048;

  private GroupingSets() {}

  /**
   * @param elements bound: what stands between the commas of GROUP BY
   */
  static List<SqlNode> distinct(List<SqlNode> elements, SqlNode at) {
    List<List<SqlNode>> sets = List.of(List.of());
    for (SqlNode element : elements) {
      sets = product(sets, sets(element, at), at);
    }
    Map<Set<String>, List<SqlNode>> distinct = new LinkedHashMap<>();
    sets.forEach(set -> distinct.putIfAbsent(names(set), set));
    if (distinct.size() == 1) {
      return sets.get(0);
    }
    List<SqlNode> written = distinct.values().stream().map(set -> written(set, at)).toList();
    return List.of(SqlStdOperatorTable.GROUPING_SETS.createCall(at.getParserPosition(), written));
  }

  private static List<List<SqlNode>> product(
      List<List<SqlNode>> left, List<List<SqlNode>> right, SqlNode at) {
    requireFew((long) left.size() * right.size(), at);
    List<List<SqlNode>> product = new ArrayList<>();
    left.forEach(one -> right.forEach(other -> product.add(joined(one, other))));
    return product;
  }

  /** The keys of both, each once. */
  private static List<SqlNode> joined(List<SqlNode> left, List<SqlNode> right) {
    Map<String, SqlNode> joined = new LinkedHashMap<>();
    left.forEach(key -> joined.putIfAbsent(key.toString(), key));
    right.forEach(key -> joined.putIfAbsent(key.toString(), key));
    return List.copyOf(joined.values());
  }

  private static void requireFew(long sets, SqlNode at) {
    if (sets > MOST) {
      throw BindErrors.invalid(
          at, "GROUP BY DISTINCT has more than " + MOST + " grouping sets", "");
    }
  }

  private static List<List<SqlNode>> sets(SqlNode element, SqlNode at) {
    return switch (element.getKind()) {
      case GROUPING_SETS ->
          operands(element).stream().flatMap(part -> sets(part, at).stream()).toList();
      case ROLLUP -> rollup(operands(element), at);
      case CUBE -> {
        List<List<SqlNode>> sets = List.of(List.of());
        for (SqlNode part : operands(element)) {
          sets = product(sets, List.of(keys(part), List.of()), at);
        }
        yield sets;
      }
      default -> List.of(keys(element));
    };
  }

  private static List<List<SqlNode>> rollup(List<SqlNode> parts, SqlNode at) {
    requireFew(parts.size() + 1L, at);
    List<List<SqlNode>> sets = new ArrayList<>();
    for (int i = parts.size(); i >= 0; i--) {
      sets.add(parts.subList(0, i).stream().flatMap(part -> keys(part).stream()).toList());
    }
    return sets;
  }

  private static List<SqlNode> operands(SqlNode call) {
    return ((SqlCall) call).getOperandList();
  }

  /** The keys in parentheses, or the one key. */
  private static List<SqlNode> keys(SqlNode part) {
    if (part instanceof SqlNodeList list) {
      return list.getList();
    }
    return part.getKind() == SqlKind.ROW ? operands(part) : List.of(part);
  }

  private static Set<String> names(List<SqlNode> set) {
    Set<String> names = new TreeSet<>();
    set.forEach(key -> names.add(key.toString()));
    return names;
  }

  private static SqlNode written(List<SqlNode> set, SqlNode at) {
    SqlParserPos pos = at.getParserPosition();
    return switch (set.size()) {
      case 0 -> new SqlNodeList(pos);
      case 1 -> set.get(0);
      default -> SqlStdOperatorTable.ROW.createCall(pos, set);
    };
  }
}
