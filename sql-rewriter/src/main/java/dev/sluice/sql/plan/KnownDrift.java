package dev.sluice.sql.plan;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.matrix.TableDrift;
import java.util.List;

/**
 * The drift of tables that were asked about before, while the catalog hands out the same
 * partitions. Safe for use by several threads.
 */
public final class KnownDrift {
  private static final int TABLES = 64;

  /** Softly: a catalog that makes its partitions anew each time would be kept in memory here. */
  private final Cache<TableName, Known> known =
      CacheBuilder.newBuilder().maximumSize(TABLES).softValues().build();

  private record Known(Table table, List<Partition> partitions, TableDrift drift) {

    /** By identity: to tell whether two are equal costs as much as their drift. */
    boolean isOf(Table other, List<Partition> others) {
      if (table != other || partitions.size() != others.size()) {
        return false;
      }
      if (partitions == others) {
        return true;
      }
      for (int i = 0; i < others.size(); i++) {
        if (partitions.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** As {@link TableDrift#of}. */
  public TableDrift of(Table table, List<Partition> partitions, List<LocationFiles> files) {
    // What files say, and computed partitions, are made anew for each query.
    if (!files.isEmpty() || table.projection().isPresent()) {
      return TableDrift.of(table, partitions, files);
    }
    Known before = known.getIfPresent(table.name());
    if (before != null && before.isOf(table, partitions)) {
      return before.drift();
    }
    TableDrift drift = TableDrift.of(table, partitions, files);
    known.put(table.name(), new Known(table, partitions, drift));
    return drift;
  }
}
