package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.glue.HiveTypes;
import dev.sluice.matrix.PartitionSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of one partition.
 *
 * @param folder of the partition's files, below the lake's
 * @param partition the partition's columns, as the catalog has them
 * @param properties of the table
 * @param serde properties of the SerDe of table and partition
 */
record EvolvedTable(
    Stored stored,
    String name,
    String folder,
    List<Column> columns,
    List<Column> partition,
    Map<String, String> properties,
    Map<String, String> serde) {
  /** Over a case's file. */
  static EvolvedTable of(Stored stored, EvolutionCase one, PartitionSchema schema) {
    return new EvolvedTable(
        stored,
        one.name() + "_" + schema.name().toLowerCase(Locale.ROOT),
        schema == PartitionSchema.BEHIND
            ? stored.files().folderNow(one)
            : stored.files().folder(one),
        Findings.columns(one.newer()),
        Findings.columns(schema == PartitionSchema.FRESH ? one.newer() : one.older()),
        Map.of(),
        Map.of());
  }

  /** Over a recorded column's file. */
  static EvolvedTable of(Stored stored, RecordedColumn one) {
    List<Column> columns =
        List.of(
            new Column(RecordedColumn.OTHER, Primitive.INTEGER),
            new Column(RecordedColumn.NAME, HiveTypes.parse(one.table())));
    return new EvolvedTable(
        stored, one.name(), one.folder(), columns, columns, one.properties(), one.serde());
  }

  /** The same with a partition of other columns. */
  EvolvedTable stale(List<Column> older) {
    return new EvolvedTable(stored, name + "_stale", folder, columns, older, properties, serde);
  }

  DataType type(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .map(Column::type)
        .findFirst()
        .orElseThrow();
  }

  /** The table's type of a recorded column. */
  DataType recordedType() {
    return type(RecordedColumn.NAME);
  }
}
