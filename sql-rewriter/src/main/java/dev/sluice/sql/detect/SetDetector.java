package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Set operations whose branches' types become one. Those that are branches of others are looked at
 * with these, as a chain of a thousand would be looked at a thousand times.
 */
final class SetDetector implements Detector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.LONG_DECIMAL_CHOICE, Capability.DECIMAL_CHOICE_OVER_38);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    Set<SqlNode> within = Collections.newSetFromMap(new IdentityHashMap<>());
    TreeWalk.walk(
        subject.bound().root(),
        node -> {
          if (node instanceof SqlCall sets && node.isA(SqlKind.SET_QUERY)) {
            if (!within.contains(sets)) {
              sets(subject.bound(), sets, requirements);
            }
            within.addAll(sets.getOperandList());
          }
          return true;
        });
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
