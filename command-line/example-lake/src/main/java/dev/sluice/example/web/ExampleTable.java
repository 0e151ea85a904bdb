package dev.sluice.example.web;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of the lake.
 *
 * @param partitionKey null if the table has none; it then has one part, whose value is empty
 * @param columns as the catalog's table has them, without the partition key
 */
public record ExampleTable(
    String name,
    Format format,
    @Nullable String partitionKey,
    Type.Struct columns,
    List<Part> parts) {

  public static final String DATABASE = "web";

  public ExampleTable {
    parts = List.copyOf(parts);
  }

  public String qualifiedName() {
    return DATABASE + "." + name;
  }

  /** The table's folder, relative to the lake. */
  public String location() {
    return "data/" + DATABASE + "/" + name + "/";
  }

  public String location(Part part) {
    return partitionKey == null ? location() : location() + partitionKey + "=" + part.value() + "/";
  }

  /**
   * A partition with its one file.
   *
   * @param value of the partition key
   * @param fileColumns as the file has them
   * @param catalogColumns as the catalog's partition has them
   */
  public record Part(
      String value,
      Type.Struct fileColumns,
      Type.Struct catalogColumns,
      Supplier<List<Row>> rows) {}
}
