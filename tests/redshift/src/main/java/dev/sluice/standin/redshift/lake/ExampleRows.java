package dev.sluice.standin.redshift.lake;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Storage;
import dev.sluice.StructValue;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Format;
import dev.sluice.example.web.Web;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The example lake as external tables: its rows as they were made, not as some reader read them.
 */
public final class ExampleRows {
  /** Not the database's own name, so that both are told apart. */
  public static final String SCHEMA = "example";

  private ExampleRows() {}

  /** Makes the schema and its tables. */
  public static void load(ExternalTables tables) throws SQLException, IOException {
    tables.createSchema(
        SCHEMA, ExampleTable.DATABASE, "arn:aws:iam::123456789012:role/mySpectrumRole");
    for (ExampleTable table : Web.tables()) {
      tables.add(SCHEMA, table(table), files(table));
    }
  }

  private static Table table(ExampleTable table) {
    List<Column> columns = new ArrayList<>();
    for (Type.Field field : table.columns().fields()) {
      columns.add(new Column(field.name(), type(field.type())));
    }
    Table.Builder builder =
        Table.builder(new TableName(ExampleTable.DATABASE, table.name()))
            .storage(Storage.of(format(table.format()), "s3://example-lake/" + table.location()))
            .columns(columns);
    if (table.partitionKey() != null) {
      builder.partitionKey(table.partitionKey(), DataType.Primitive.STRING);
    }
    return builder.build();
  }

  private static TableFormat format(Format format) {
    return switch (format) {
      case AVRO, AVRO_BY_URL -> TableFormat.AVRO;
      case PARQUET -> TableFormat.PARQUET;
      case ORC -> TableFormat.ORC;
      case JSON_LINES -> TableFormat.JSON_OPENX;
      case CSV -> TableFormat.CSV_OPEN;
    };
  }

  private static DataType type(Type type) {
    if (type instanceof Type.Struct struct) {
      return new DataType.Struct(
          struct.fields().stream()
              .map(field -> new DataType.Field(field.name(), type(field.type())))
              .toList());
    } else if (type instanceof Type.ArrayOf array) {
      return new DataType.Array(type(array.element()));
    } else if (type instanceof Type.MapOf map) {
      return new DataType.MapOf(DataType.Primitive.STRING, type(map.value()));
    } else if (type instanceof Type.Decimal decimal) {
      return new DataType.Decimal(decimal.precision(), decimal.scale());
    }
    return switch ((Type.Scalar) type) {
      case STRING -> DataType.Primitive.STRING;
      case BOOLEAN -> DataType.Primitive.BOOLEAN;
      case TINYINT -> DataType.Primitive.TINYINT;
      case INT -> DataType.Primitive.INTEGER;
      case BIGINT -> DataType.Primitive.BIGINT;
      case FLOAT -> DataType.Primitive.REAL;
      case DOUBLE -> DataType.Primitive.DOUBLE;
      case DATE -> DataType.Primitive.DATE;
      case TIMESTAMP -> DataType.Primitive.TIMESTAMP;
    };
  }

  private static List<DataFile> files(ExampleTable table) {
    List<DataFile> files = new ArrayList<>();
    for (ExampleTable.Part part : table.parts()) {
      List<String> values = table.partitionKey() == null ? List.of() : List.of(part.value());
      String path = "s3://example-lake/" + table.location(part) + "part-00000";
      files.add(new DataFile(path, 1, values, () -> rows(table, part)));
    }
    return files;
  }

  private static Stream<List<@Nullable Object>> rows(ExampleTable table, ExampleTable.Part part) {
    return part.rows().get().stream()
        .map(
            row ->
                values(
                    table.columns().fields(),
                    // What the file's shape lacks is lost, as in the file.
                    row.only(part.fileColumns())));
  }

  private static List<@Nullable Object> values(List<Type.Field> fields, Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    fields.forEach(field -> values.add(value(field.type(), row.get(field.name()))));
    return values;
  }

  private static @Nullable Object value(Type type, @Nullable Object value) {
    if (value == null) {
      return null;
    } else if (type instanceof Type.Struct struct) {
      return new StructValue(
          struct.fields().stream().map(Type.Field::name).toList(),
          values(struct.fields(), (Row) value));
    } else if (type instanceof Type.ArrayOf array) {
      List<@Nullable Object> elements = new ArrayList<>();
      ((List<?>) value).forEach(element -> elements.add(value(array.element(), element)));
      return elements;
    } else if (type instanceof Type.MapOf map) {
      Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, one) -> entries.put(key, value(map.value(), one)));
      return entries;
    }
    return value;
  }
}
