package dev.sluice.standin.redshift.lake;

import dev.sluice.Column;
import dev.sluice.Table;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Copies rows into a table of PostgreSQL that has the hidden columns too. */
final class CopiedRows {
  private static final String NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

  /** Quotes double with each level: deeper values would be of many gigabytes. */
  private static final int MOST_DEPTH = 12;

  private final Connection database;

  CopiedRows(Connection database) {
    this.database = database;
  }

  /** How many rows there were. */
  long copy(String schema, Table table, DataFile file) throws SQLException, IOException {
    PGConnection connection = database.unwrap(PGConnection.class);
    String copy = "COPY " + Quoted.name(schema, table.name().table()) + " FROM STDIN";
    long count = 0;
    try (Stream<List<@Nullable Object>> rows = file.rows().get();
        Writer out =
            new OutputStreamWriter(
                new PGCopyOutputStream(connection, copy, 1 << 16), StandardCharsets.UTF_8)) {
      for (Iterator<List<@Nullable Object>> each = rows.iterator(); each.hasNext(); count++) {
        write(out, fields(table, file, each.next()));
      }
    }
    return count;
  }

  /** In the order of the columns that {@link ExternalTables} makes. */
  private static List<@Nullable String> fields(
      Table table, DataFile file, List<@Nullable Object> row) {
    List<@Nullable String> fields = new ArrayList<>();
    List<@Nullable String> serialized = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (row.get(i) != null && ExternalTable.depth(column.type()) > MOST_DEPTH) {
        throw new IllegalArgumentException(
            "The stand-in holds no values of " + column.name() + ", which is too deep");
      }
      fields.add(PostgresText.of(column.type(), row.get(i)));
      if (column.type().isNested()) {
        serialized.add(JsonText.of(column.type(), row.get(i)));
      }
    }
    for (String value : file.partition()) {
      fields.add(value.equals(NULL_PARTITION) ? null : value);
    }
    fields.add(file.path());
    fields.add(Long.toString(file.bytes()));
    fields.addAll(serialized);
    return fields;
  }

  private static void write(Writer out, List<@Nullable String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write('\t');
      }
      String field = fields.get(i);
      out.write(field == null ? "\\N" : escaped(field));
    }
    out.write('\n');
  }

  private static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
