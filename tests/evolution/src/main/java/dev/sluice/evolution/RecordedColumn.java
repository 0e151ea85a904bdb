package dev.sluice.evolution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as a file records it, beside the type that the table gives it. The file has one more
 * column, {@link #OTHER}, which is the same in both.
 *
 * @param name short, part of table and folder names
 * @param format a format whose own library writes the file
 * @param written the column as that library spells it: a field of Parquet's schema or of Avro's,
 *     without its braces, a type of ORC's; nothing for formats without a schema
 * @param values a row each: JSON, in Avro's own encoding for Avro; text as it stands for text
 * @param table what the table says that the column is, in Hive's terms
 * @param truth what is right to read, as JSON; null where no value of the table's type is right
 * @param properties of the table, besides
 * @param serde properties of the SerDe of table and partition
 */
public record RecordedColumn(
    String name,
    FileFormat format,
    String written,
    List<String> values,
    String table,
    List<@Nullable String> truth,
    Map<String, String> properties,
    Map<String, String> serde) {
  /** The column in question. */
  public static final String NAME = "c";

  public static final String OTHER = "id";

  /** What the other column holds in the row of that place. */
  public static int other(int row) {
    return 1000 + row;
  }

  /** The folder of the file, below the lake's. */
  public String folder() {
    return "recorded/" + name;
  }
}
