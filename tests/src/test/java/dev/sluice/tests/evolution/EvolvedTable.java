package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.glue.HiveTypes;
import dev.sluice.matrix.PartitionSchema;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of one partition.
 *
 * @param folder of the partition's files, below the lake's
 * @param partition the partition's columns, as the catalog has them
 */
record EvolvedTable(
    Stored stored,
    String name,
    String folder,
    List<Column> columns,
    List<Column> partition,
    Map<String, String> properties) {
  /** What a case's partition may be. */
  static final Set<PartitionSchema> STATES =
      Collections.unmodifiableSet(EnumSet.of(PartitionSchema.FRESH, PartitionSchema.STALE));

  /** Over a case's file. */
  static EvolvedTable of(Stored stored, EvolutionCase one, PartitionSchema schema) {
    return new EvolvedTable(
        stored,
        one.name() + "_" + schema.name().toLowerCase(Locale.ROOT),
        stored.files().folder(one),
        Findings.columns(one.newer()),
        Findings.columns(schema == PartitionSchema.STALE ? one.older() : one.newer()),
        Map.of());
  }

  /** Over a recorded column's file. */
  static EvolvedTable of(Stored stored, RecordedColumn one) {
    List<Column> columns =
        List.of(
            new Column(RecordedColumn.OTHER, Primitive.INTEGER),
            new Column(RecordedColumn.NAME, HiveTypes.parse(one.table())));
    return new EvolvedTable(stored, one.name(), one.folder(), columns, columns, one.properties());
  }

  /** The same with a partition of other columns. */
  EvolvedTable stale(List<Column> older) {
    return new EvolvedTable(stored, name + "_stale", folder, columns, older, properties);
  }

  /** The table's type of a recorded column. */
  DataType recordedType() {
    return columns.get(1).type();
  }
}
