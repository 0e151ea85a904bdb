package dev.sluice.sql.plan;

import dev.sluice.Column;
import dev.sluice.ConvertedTable;
import dev.sluice.DataType;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.HiddenColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A converted table as it is read in the place of its source: with the columns of the source and in
 * their order, whatever it has besides. Its files tell their columns by name, so that order and
 * other columns are nobody's affair.
 *
 * @param source the table that a query names
 * @param twin the converted one, as the catalog has it
 * @param table the converted one, as it is read
 */
record StandIn(Table source, Table twin, Table table) {

  /** Empty where it cannot be read instead. */
  static Optional<StandIn> of(Table source, Table twin) {
    TableFormat format = twin.storage().format();
    boolean fits =
        twin.problem().isEmpty()
            && !twin.isUnderLakeFormation()
            && (format == TableFormat.PARQUET || format == TableFormat.ORC)
            && twin.partitionKeys().equals(source.partitionKeys());
    return fits ? Optional.of(new StandIn(source, twin, shown(source, twin))) : Optional.empty();
  }

  /** What converting a table to Parquet would make of it. */
  static StandIn made(Table source, TableName name) {
    Storage storage =
        new Storage(TableFormat.PARQUET, source.storage().location(), null, null, Map.of(), null);
    Table table =
        Table.builder(name)
            .columns(source.columns())
            .partitionKeys(source.partitionKeys())
            .storage(storage)
            .parameters(
                Map.of(
                    ConvertedTable.OF,
                    source.name().toString(),
                    ConvertedTable.SHAPE,
                    ConvertedTable.SAME_ROWS))
            .build();
    return new StandIn(source, table, table);
  }

  private static Table shown(Table source, Table twin) {
    if (names(source.columns()).equals(names(twin.columns()))) {
      return twin;
    }
    return Table.builder(twin.name())
        .columns(shown(source.columns(), byName(twin.columns()), true))
        .partitionKeys(twin.partitionKeys())
        .storage(twin.storage())
        .parameters(twin.parameters())
        .build();
  }

  /**
   * @param all whether those that the converted table lacks are there too; no query that reads one
   *     {@link #isSameQuery}
   */
  private static List<Column> shown(List<Column> source, Map<String, Column> own, boolean all) {
    List<Column> shown = new ArrayList<>();
    for (Column column : source) {
      Column converted = own.get(column.name());
      if (converted != null) {
        shown.add(converted);
      } else if (all) {
        shown.add(column);
      }
    }
    return shown;
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static Map<String, Column> byName(List<Column> columns) {
    Map<String, Column> byName = new HashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    return byName;
  }

  /** A partition of the converted table, as it is read. */
  Partition shown(Partition partition) {
    return table == twin
        ? partition
        : new Partition(
            partition.values(),
            shown(source.columns(), byName(partition.columns()), false),
            partition.storage(),
            partition.parameters());
  }

  /** A partition of the source as it would be, once it was converted. */
  Partition converted(Partition ofSource) {
    return new Partition(ofSource.values(), table.columns(), table.storage(), Map.of());
  }

  /**
   * Whether a query that was bound over this table asks it for the same as it would the source:
   * each column that it reads has the source's type, from where it is read on.
   */
  boolean isSameQuery(BoundQuery bound) {
    return bound.references().stream().filter(this::isOfThis).allMatch(this::hasSourcesType);
  }

  private boolean isOfThis(ColumnReference reference) {
    return reference.item() instanceof FromItem.TableItem item
        && item.table().name().equals(table.name());
  }

  private boolean hasSourcesType(ColumnReference reference) {
    // Where a row comes from is not the same.
    if (HiddenColumn.of(reference).isPresent()) {
      return false;
    }
    Optional<DataType> wanted = type(source, reference);
    return wanted.isPresent() && wanted.equals(type(twin, reference));
  }

  private static Optional<DataType> type(Table table, ColumnReference reference) {
    Optional<DataType> type =
        table.allColumns().stream()
            .filter(column -> column.name().equals(reference.column()))
            .map(Column::type)
            .findFirst();
    for (String field : reference.path()) {
      type = type.flatMap(parent -> field(parent, field));
    }
    return type;
  }

  private static Optional<DataType> field(DataType parent, String name) {
    return parent instanceof DataType.Struct struct
        ? struct.fields().stream()
            .filter(field -> field.name().equals(name))
            .map(DataType.Field::type)
            .findFirst()
        : Optional.empty();
  }
}
