package dev.sluice.sql.plan;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.KeyRanges;
import dev.sluice.PlanOptions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.Positions;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Holds queries to naming the partitions that they want, where the policy says so. */
final class PartitionFilters {
  private PartitionFilters() {}

  /**
   * @param tables of which every query must, whatever {@code options} say
   * @throws SluiceException with {@link ErrorCode#PARTITION_FILTER_REQUIRED}
   */
  static void require(
      BoundQuery bound, List<TableScan> scans, PlanOptions options, Set<TableName> tables) {
    for (TableScan scan : scans) {
      boolean asked = options.requirePartitionFilter() || tables.contains(scan.table().name());
      if (asked && scan.table().isPartitioned() && readsAll(scan)) {
        throw refusal(bound, scan);
      }
    }
  }

  private static boolean readsAll(TableScan scan) {
    OptionalLong total = scan.totalPartitions();
    return scan.ranges().isEmpty()
        && (total.isEmpty() || total.getAsLong() == scan.partitions().size());
  }

  private static SluiceException refusal(BoundQuery bound, TableScan scan) {
    Table table = scan.table();
    FromItem.TableItem read =
        bound.items().stream()
            .filter(FromItem.TableItem.class::isInstance)
            .map(FromItem.TableItem.class::cast)
            .filter(item -> item.table().name().equals(table.name()))
            .findFirst()
            .orElseThrow();
    String all =
        scan.totalPartitions().isPresent()
            ? "all " + scan.totalPartitions().getAsLong() + " partitions"
            : "every partition";
    return new SluiceException(
        ErrorCode.PARTITION_FILTER_REQUIRED,
        "The query would read "
            + all
            + " of "
            + table.name()
            + " at "
            + Positions.of(read.node())
            + "; narrow its partition key "
            + table.partitionKeys().get(0).name()
            + example(scan),
        Positions.of(read.node()));
  }

  /** A condition on the first key that the latest partition would meet. */
  private static String example(TableScan scan) {
    Column key = scan.table().partitionKeys().get(0);
    boolean isText =
        key.type() == DataType.Primitive.STRING || key.type() instanceof DataType.Varchar;
    return scan.partitions().stream()
        .map(partition -> partition.values().get(0))
        .filter(value -> isText || value.matches("-?\\d+"))
        .max(KeyRanges::compare)
        .map(value -> isText ? "'" + value.replace("'", "''") + "'" : value)
        .map(value -> ", for example " + key.name() + " >= " + value)
        .orElse("");
  }
}
