package dev.sluice.standin.redshift.sql;

import dev.sluice.DataType;
import dev.sluice.standin.redshift.lake.ExternalTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an alias of FROM stands for. */
sealed interface RangeVariable {
  String name();

  /** The external table that its rows come from, if any. */
  @Nullable External root();

  /** Whether Redshift's limits on nested data count it. */
  default boolean isNested() {
    External root = root();
    return root != null && root.table().isNested();
  }

  /** A row of an external table. */
  record External(String name, ExternalTable table) implements RangeVariable {
    @Override
    public External root() {
      return this;
    }
  }

  /** An element of an array, or an entry of a map. */
  record Elements(String name, DataType element, External root) implements RangeVariable {}

  /**
   * A row of anything else.
   *
   * @param columns null where PostgreSQL alone knows them
   */
  record Other(String name, @Nullable List<String> columns) implements RangeVariable {
    @Override
    public @Nullable External root() {
      return null;
    }
  }
}
