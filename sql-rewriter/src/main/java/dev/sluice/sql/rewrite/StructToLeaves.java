package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.PresentStructs;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/**
 * A struct that is there comes back field by field, for engines in which a struct is only a path;
 * the rows put it together again.
 *
 * <pre>
 * SELECT c.device FROM web.clicks AS c WHERE c.device.os = 'ios'
 * SELECT c.device.os AS "device.os", c.device.app AS "device.app" FROM … WHERE c.device.os = 'ios'
 * </pre>
 */
public final class StructToLeaves implements Rule {
  @Override
  public String name() {
    return "struct-to-leaves";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.RETURN_PRESENT_STRUCT);
  }

  /** The columns of the answer, counted from 0, that come back field by field. */
  Set<Integer> columns(BoundQuery bound) {
    Set<Integer> columns = new TreeSet<>();
    if (PresentStructs.outermost(bound.root()) instanceof SqlSelect select) {
      for (int i = 0; i < select.getSelectList().size(); i++) {
        SqlNode item = Selects.bare(select.getSelectList().get(i));
        if (PresentStructs.find(bound, select, item).isPresent()) {
          columns.add(i);
        }
      }
    }
    return columns;
  }
}
