package dev.sluice.example.readback;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

final class ParquetReadBack implements ReadBack {
  @Override
  public List<Row> rows(Path file, Type.Struct shape) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      MessageType schema = schema(reader);
      PageReadStore pages = reader.readNextRowGroup();
      RecordReader<Group> records =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      for (long i = 0; i < pages.getRowCount(); i++) {
        rows.add(row(shape, records.read()));
      }
    }
    return rows;
  }

  private static MessageType schema(ParquetFileReader reader) {
    return reader.getFooter().getFileMetaData().getSchema();
  }

  private static Row row(Type.Struct shape, Group group) {
    Row row = new Row();
    shape.fields().forEach(f -> row.with(f.name(), value(f.type(), group, f.name())));
    return row;
  }

  private static @Nullable Object value(Type type, Group group, String name) {
    if (group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    if (type instanceof Type.Struct struct) {
      return row(struct, group.getGroup(name, 0));
    }
    if (type instanceof Type.ArrayOf array) {
      Group list = group.getGroup(name, 0);
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
        elements.add(value(array.element(), list.getGroup("list", i), "element"));
      }
      return elements;
    }
    if (type instanceof Type.MapOf map) {
      Group entries = group.getGroup(name, 0);
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < entries.getFieldRepetitionCount("key_value"); i++) {
        Group entry = entries.getGroup("key_value", i);
        values.put(entry.getString("key", 0), value(map.value(), entry, "value"));
      }
      return values;
    }
    if (type instanceof Type.Decimal decimal) {
      byte[] digits = group.getBinary(name, 0).getBytes();
      return new BigDecimal(new BigInteger(digits), decimal.scale());
    }
    return switch ((Type.Scalar) type) {
      case STRING -> group.getString(name, 0);
      case BOOLEAN -> group.getBoolean(name, 0);
      case TINYINT, INT -> group.getInteger(name, 0);
      case BIGINT -> group.getLong(name, 0);
      case FLOAT -> group.getFloat(name, 0);
      case DOUBLE -> group.getDouble(name, 0);
      case DATE -> LocalDate.ofEpochDay(group.getInteger(name, 0));
      case TIMESTAMP -> Instant.ofEpochMilli(group.getLong(name, 0));
    };
  }

  @Override
  public Map<String, String> schema(Path file) throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      schema(reader).getFields().forEach(field -> collect(field.getName(), field, paths));
    }
    return paths;
  }

  private static void collect(
      String path, org.apache.parquet.schema.Type type, Map<String, String> paths) {
    paths.put(path, type.isPrimitive() ? hive(type) : "nested");
    if (type.isPrimitive()) {
      return;
    }
    GroupType group = type.asGroupType();
    if (LogicalTypeAnnotation.listType().equals(group.getLogicalTypeAnnotation())) {
      collect(path + ".element", group.getType(0).asGroupType().getType(0), paths);
    } else {
      group.getFields().forEach(field -> collect(path + "." + field.getName(), field, paths));
    }
  }

  private static String hive(org.apache.parquet.schema.Type type) {
    PrimitiveTypeName name = type.asPrimitiveType().getPrimitiveTypeName();
    return name == PrimitiveTypeName.INT32
        ? "int"
        : name == PrimitiveTypeName.INT64 ? "bigint" : name.name().toLowerCase(Locale.ROOT);
  }
}
