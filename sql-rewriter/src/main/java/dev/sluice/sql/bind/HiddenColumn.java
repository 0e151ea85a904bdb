package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column that every table has and no star yields: where a row comes from. Athena has them on
 * tables of files and of Iceberg, and not through views (Amazon Athena User Guide,
 * other-notable-limitations, 2026-04).
 */
public enum HiddenColumn {
  /** The file's address. */
  PATH(List.of("$path"), Primitive.STRING),
  /** The file's size in bytes, which Redshift calls {@code $size}. */
  FILE_SIZE(List.of("$file_size", "$size"), Primitive.BIGINT),
  /** When the file was last written. */
  FILE_MODIFIED_TIME(List.of("$file_modified_time"), Primitive.TIMESTAMP_WITH_TIME_ZONE),
  /** The partition's keys and values, as in a folder's name. */
  PARTITION(List.of("$partition"), Primitive.STRING);

  private static final List<Relation.Column> COLUMNS = columns();

  private final List<String> names;
  private final DataType type;

  HiddenColumn(List<String> names, DataType type) {
    this.names = names;
    this.type = type;
  }

  /** What Athena calls it. */
  public String id() {
    return names.get(0);
  }

  /** The one that a column of a bound query is. */
  public static Optional<HiddenColumn> of(ColumnReference reference) {
    return reference.item() instanceof FromItem.TableItem && reference.column().startsWith("$")
        ? Arrays.stream(values()).filter(one -> one.id().equals(reference.column())).findFirst()
        : Optional.empty();
  }

  /** Those of a table, under each name that a query may use. */
  static List<Relation.Column> of(Table table) {
    return switch (table.storage().format()) {
      case VIEW, DEFINER_VIEW, HUDI, DELTA, SYMLINK, ENGINE_OWN, UNKNOWN -> List.of();
      case PARQUET,
          ORC,
          AVRO,
          JSON_OPENX,
          JSON_HIVE,
          ION,
          CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          ICEBERG ->
          COLUMNS;
    };
  }

  private static List<Relation.Column> columns() {
    return Arrays.stream(values())
        .flatMap(
            one -> one.names.stream().map(name -> new Relation.Column(name, one.id(), one.type)))
        .toList();
  }
}
