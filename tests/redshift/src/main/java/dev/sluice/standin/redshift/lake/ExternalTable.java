package dev.sluice.standin.redshift.lake;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Table;
import java.util.List;
import java.util.Optional;

/**
 * An external table as the stand-in knows it.
 *
 * @param schema the external schema, not the catalog's database
 * @param files what was loaded, in the order in which it was given
 */
public record ExternalTable(String schema, Table table, List<LoadedFile> files) {
  /** Of the hidden column that keeps a nested column's JSON text. */
  public static final String JSON_SUFFIX = "$json";

  public ExternalTable {
    files = List.copyOf(files);
  }

  /**
   * A file whose rows were loaded.
   *
   * @param partition the values of the partition keys
   */
  public record LoadedFile(String path, long bytes, List<String> partition, long rows) {
    public LoadedFile {
      partition = List.copyOf(partition);
    }
  }

  public String name() {
    return table.name().table();
  }

  public Optional<Column> column(String name) {
    return table.allColumns().stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Whether Redshift counts it among the nested tables. */
  public boolean isNested() {
    return table.columns().stream().anyMatch(column -> column.type().isNested());
  }

  /** How many structs, arrays and maps lie in each other, 0 for a table of scalars. */
  public int depth() {
    return table.columns().stream().mapToInt(column -> depth(column.type())).max().orElse(0);
  }

  static int depth(DataType type) {
    if (type instanceof DataType.Struct struct) {
      return 1 + struct.fields().stream().mapToInt(field -> depth(field.type())).max().orElse(0);
    } else if (type instanceof DataType.Array array) {
      return 1 + depth(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return 1 + Math.max(depth(map.key()), depth(map.value()));
    }
    return 0;
  }
}
