package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;

/** What stands in GROUPING SETS, ROLLUP and CUBE, and how many sets they are. */
final class GroupingDetector implements NodeDetector {
  private static final long MOST_SETS = 64;

  /** More sets than any engine takes: counting need not go on. */
  private static final long UNCOUNTED = 1L << 32;

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.MANY_GROUPING_SETS,
        Capability.EXPRESSION_IN_GROUPING_SETS,
        Capability.CONSTANT_IN_GROUPING_SETS,
        Capability.COLUMN_TWICE_IN_GROUPING_SET,
        Capability.GROUP_BY_CORRELATED);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    SqlNodeList group = ((SqlSelect) node).getGroup();
    if (group != null) {
      group(visit.bound(), group, visit.requirements());
    }
  }

  private static void group(BoundQuery bound, SqlNodeList group, Requirements requirements) {
    for (SqlNode key : GroupKeys.of(group)) {
      correlated(bound, key, requirements);
    }
    if (group.stream().noneMatch(GroupingDetector::isSets)) {
      return;
    }
    long sets = 1;
    for (SqlNode item : group) {
      sets = Math.min(UNCOUNTED, sets * sets(item));
    }
    if (sets > MOST_SETS) {
      requirements.add(Capability.MANY_GROUPING_SETS, group.get(0), sets + " sets");
    }
    GroupKeys.of(group).forEach(key -> key(bound, key, requirements));
    group.forEach(item -> twice(item, requirements));
  }

  private static boolean isSets(SqlNode item) {
    return switch (item.getKind()) {
      case GROUPING_SETS, ROLLUP, CUBE -> true;
      default -> false;
    };
  }

  private static long sets(SqlNode item) {
    List<SqlNode> parts = item instanceof SqlCall call ? call.getOperandList() : List.of();
    return switch (item.getKind()) {
      case ROLLUP -> parts.size() + 1L;
      case CUBE -> 1L << Math.min(32, parts.size());
      case GROUPING_SETS -> parts.stream().mapToLong(GroupingDetector::sets).sum();
      default -> 1;
    };
  }

  private static void key(BoundQuery bound, SqlNode key, Requirements requirements) {
    if (!References.hasColumn(bound, key)) {
      requirements.add(Capability.CONSTANT_IN_GROUPING_SETS, key);
    }
    boolean isColumn =
        key instanceof SqlIdentifier id
            && bound.reference(id).filter(column -> column.path().isEmpty()).isPresent();
    if (!isColumn) {
      requirements.add(Capability.EXPRESSION_IN_GROUPING_SETS, key);
    }
  }

  /** A set that names a column twice; ROLLUP and CUBE make one of whatever they name. */
  private static void twice(SqlNode item, Requirements requirements) {
    if (item.getKind() == SqlKind.GROUPING_SETS) {
      ((SqlCall) item).getOperandList().forEach(set -> twice(set, requirements));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (SqlNode key : keys(item)) {
      if (!seen.add(key.toString())) {
        requirements.add(Capability.COLUMN_TWICE_IN_GROUPING_SET, key);
      }
    }
  }

  private static List<SqlNode> keys(SqlNode item) {
    return GroupKeys.of(new SqlNodeList(List.of(item), item.getParserPosition()));
  }

  /** Whether a key comes out of a subquery that names the rows around it. */
  private static void correlated(BoundQuery bound, SqlNode key, Requirements requirements) {
    List<SqlNode> found = new ArrayList<>();
    TreeWalk.walk(
        key,
        node -> {
          if (node instanceof SqlSelect select && CorrelationDetector.isCorrelated(bound, select)) {
            found.add(select);
          }
          return true;
        });
    found.forEach(select -> requirements.add(Capability.GROUP_BY_CORRELATED, select));
  }
}
