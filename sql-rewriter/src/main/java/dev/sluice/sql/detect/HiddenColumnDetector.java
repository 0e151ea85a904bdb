package dev.sluice.sql.detect;

import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.HiddenColumn;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Columns that tell where a row comes from. */
final class HiddenColumnDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.HIDDEN_PATH,
        Capability.HIDDEN_FILE_SIZE,
        Capability.HIDDEN_TIME_OR_PARTITION,
        Capability.HIDDEN_COLUMN_OF_NESTED_TABLE,
        Capability.HIDDEN_COLUMN_OF_ICEBERG);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.IDENTIFIER);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    visit
        .bound()
        .reference((SqlIdentifier) node)
        .ifPresent(reference -> find(reference, visit, node));
  }

  private static void find(ColumnReference reference, Visit visit, SqlNode at) {
    HiddenColumn column = HiddenColumn.of(reference).orElse(null);
    if (column == null || !(reference.item() instanceof FromItem.TableItem item)) {
      return;
    }
    Table table = item.table();
    add(capability(column), table, column, at, visit);
    if (table.columns().stream().anyMatch(one -> one.type().isNested())) {
      add(Capability.HIDDEN_COLUMN_OF_NESTED_TABLE, table, column, at, visit);
    }
    if (table.storage().format() == TableFormat.ICEBERG) {
      add(Capability.HIDDEN_COLUMN_OF_ICEBERG, table, column, at, visit);
    }
  }

  private static void add(
      Capability capability, Table table, HiddenColumn column, SqlNode at, Visit visit) {
    visit.requirements().add(capability, table.name(), column.id(), at, null);
  }

  private static Capability capability(HiddenColumn column) {
    return switch (column) {
      case PATH -> Capability.HIDDEN_PATH;
      case FILE_SIZE -> Capability.HIDDEN_FILE_SIZE;
      case FILE_MODIFIED_TIME, PARTITION -> Capability.HIDDEN_TIME_OR_PARTITION;
    };
  }
}
