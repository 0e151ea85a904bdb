package dev.sluice.example.readback;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

final class AvroReadBack implements ReadBack {
  @Override
  public List<Row> rows(Path file, Type.Struct shape) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader = open(file)) {
      reader.forEach(record -> rows.add(row(shape, record)));
    }
    return rows;
  }

  private static DataFileReader<GenericRecord> open(Path file) throws IOException {
    return new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
  }

  private static Row row(Type.Struct shape, GenericRecord record) {
    Row row = new Row();
    shape.fields().forEach(f -> row.with(f.name(), value(f.type(), record.get(f.name()))));
    return row;
  }

  private static @Nullable Object value(Type type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.Struct struct) {
      return row(struct, (GenericRecord) value);
    }
    if (type instanceof Type.ArrayOf array) {
      List<@Nullable Object> list = new ArrayList<>();
      ((List<?>) value).forEach(element -> list.add(value(array.element(), element)));
      return list;
    }
    if (type instanceof Type.MapOf map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((k, v) -> entries.put(k.toString(), value(map.value(), v)));
      return entries;
    }
    if (type instanceof Type.Decimal decimal) {
      byte[] digits = new byte[((ByteBuffer) value).remaining()];
      ((ByteBuffer) value).get(digits);
      return new BigDecimal(new BigInteger(digits), decimal.scale());
    }
    return switch ((Type.Scalar) type) {
      case STRING -> value.toString();
      case BOOLEAN, TINYINT, INT, BIGINT, FLOAT, DOUBLE -> value;
      case DATE -> LocalDate.ofEpochDay((Integer) value);
      case TIMESTAMP -> Instant.ofEpochMilli((Long) value);
    };
  }

  @Override
  public Map<String, String> schema(Path file) throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    try (DataFileReader<GenericRecord> reader = open(file)) {
      collect("", reader.getSchema(), paths);
    }
    return paths;
  }

  private static void collect(String path, Schema schema, Map<String, String> paths) {
    Schema present = schema.isUnion() ? schema.getTypes().get(1) : schema;
    paths.put(path, hive(present));
    if (present.getType() == Schema.Type.RECORD) {
      String prefix = path.isEmpty() ? "" : path + ".";
      present.getFields().forEach(f -> collect(prefix + f.name(), f.schema(), paths));
    } else if (present.getType() == Schema.Type.ARRAY) {
      collect(path + ".element", present.getElementType(), paths);
    }
  }

  private static String hive(Schema schema) {
    return schema.getType() == Schema.Type.LONG && schema.getLogicalType() == null
        ? "bigint"
        : schema.getType().name().toLowerCase(Locale.ROOT);
  }
}
