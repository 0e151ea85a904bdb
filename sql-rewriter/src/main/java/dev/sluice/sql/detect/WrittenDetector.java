package dev.sluice.sql.detect;

import dev.sluice.Column;
import dev.sluice.SqlPosition;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.Positions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/**
 * What is only to be seen in the tree as the user wrote it: a star, which binding expands, and a
 * PIVOT, which becomes the grouped SELECT that it means.
 */
final class WrittenDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.SELECT_STAR_NESTED, Capability.PIVOT);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT, SqlKind.PIVOT);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    if (!(node instanceof SqlSelect select)) {
      visit.requirements().add(Capability.PIVOT, node);
    } else if (select.getFrom() != null) {
      for (SqlNode item : select.getSelectList()) {
        if (item instanceof SqlIdentifier id && id.isStar()) {
          star(visit.bound(), select, id, visit.requirements());
        }
      }
    }
  }

  private static void star(
      BoundQuery bound, SqlSelect select, SqlIdentifier star, Requirements requirements) {
    Set<SqlPosition> places = new HashSet<>();
    tables(select.getFrom(), places);
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem table
          && places.contains(Positions.of(table.node()))
          && (star.names.size() == 1
              || star.names.get(star.names.size() - 2).equals(item.alias()))) {
        table.table().columns().stream()
            .filter(column -> column.type().isNested())
            .map(Column::name)
            .findFirst()
            .ifPresent(
                column ->
                    requirements.add(
                        Capability.SELECT_STAR_NESTED, table.table().name(), column, star, null));
      }
    }
  }

  /** Where the tables of one FROM clause stand, those of its subqueries left out. */
  private static void tables(@Nullable SqlNode from, Set<SqlPosition> places) {
    if (from instanceof SqlIdentifier) {
      places.add(Positions.of(from));
    } else if (from instanceof SqlJoin join) {
      tables(join.getLeft(), places);
      tables(join.getRight(), places);
    } else if (from instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      tables(as.operand(0), places);
    }
  }
}
