package dev.sluice.sql.detect;

import dev.sluice.EngineName;
import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Cell;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.Positions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Collects requirements in the order of the text. Belongs to one planning. */
public final class Requirements {
  private final Set<Requirement> found = new LinkedHashSet<>();

  /** Something that syntax alone shows. */
  void add(Capability capability, SqlNode at) {
    found.add(new Requirement(capability, null, null, position(at), null));
  }

  void add(Capability capability, SqlNode at, String detail) {
    found.add(new Requirement(capability, null, null, position(at), detail));
  }

  /** Something that a column shows. */
  void add(Capability capability, SqlNode at, ColumnReference reference) {
    TableName table =
        reference.item() instanceof FromItem.TableItem item ? item.table().name() : null;
    found.add(new Requirement(capability, table, reference.dotted(), position(at), null));
  }

  /** Something that a table shows. */
  void add(
      Capability capability,
      @Nullable TableName table,
      @Nullable String column,
      @Nullable SqlNode at,
      @Nullable String detail) {
    found.add(new Requirement(capability, table, column, at == null ? null : position(at), detail));
  }

  /** Something that a change of a table's schema shows, with what engines make of this change. */
  void add(
      Capability capability,
      TableName table,
      String column,
      @Nullable SqlNode at,
      String detail,
      Map<EngineName, Cell> cells) {
    found.add(
        new Requirement(
            capability, table, column, at == null ? null : position(at), detail, cells));
  }

  private static @Nullable SqlPosition position(SqlNode at) {
    return Positions.isWritten(at) ? Positions.of(at) : null;
  }

  public List<Requirement> all() {
    return List.copyOf(found);
  }
}
