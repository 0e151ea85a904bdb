package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Set operations whose branches' types become one. Those that are branches of others are looked at
 * with these, as a chain of a thousand would be looked at a thousand times.
 */
final class SetDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.LONG_DECIMAL_CHOICE, Capability.DECIMAL_CHOICE_OVER_38);
  }

  @Override
  public Set<SqlKind> kinds() {
    return SqlKind.SET_QUERY;
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    SqlNode parent = visit.parent();
    if (parent == null || !parent.isA(SqlKind.SET_QUERY)) {
      sets(visit.bound(), (SqlCall) node, visit.requirements());
    }
  }

  private static void sets(BoundQuery bound, SqlCall sets, Requirements requirements) {
    if (DecimalChoice.isLongInSets(bound, sets)) {
      requirements.add(Capability.LONG_DECIMAL_CHOICE, sets);
    }
    if (DecimalChoice.isOver38InSets(bound, sets)) {
      requirements.add(Capability.DECIMAL_CHOICE_OVER_38, sets);
    }
  }
}
