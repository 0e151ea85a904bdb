package dev.sluice.example.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.jspecify.annotations.Nullable;

/** Avro object container files, deflated. */
public final class AvroFile implements RowFile {
  /** Avro takes a random one by default, and then no two runs give the same bytes. */
  private static final String SYNC_MARKER = "\u0001sluice-example";

  private final String recordName;

  public AvroFile(String recordName) {
    this.recordName = recordName;
  }

  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    Schema schema = AvroSchemas.record(recordName, shape);
    byte[] marker = ByteBuffer.allocate(16).put(bytes(SYNC_MARKER)).array();
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        DataFileWriter<GenericData.Record> writer =
            new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.deflateCodec(6));
      writer.create(schema, out, marker);
      for (Row row : rows) {
        writer.append(record(shape, schema, row));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static GenericData.Record record(Type.Struct shape, Schema schema, Row row) {
    GenericData.Record record = new GenericData.Record(schema);
    for (int i = 0; i < shape.fields().size(); i++) {
      Type.Field field = shape.fields().get(i);
      Schema union = schema.getFields().get(i).schema();
      record.put(i, value(field.type(), union, row.get(field.name())));
    }
    return record;
  }

  private static @Nullable Object value(Type type, Schema union, @Nullable Object value) {
    return value == null ? null : present(type, union.getTypes().get(1), value);
  }

  private static Object present(Type type, Schema schema, Object value) {
    if (type instanceof Type.Struct struct) {
      return record(struct, schema, (Row) value);
    }
    if (type instanceof Type.ArrayOf array) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(value(array.element(), schema.getElementType(), element));
      }
      return elements;
    }
    if (type instanceof Type.MapOf map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, each) ->
                  entries.put((String) key, value(map.value(), schema.getValueType(), each)));
      return entries;
    }
    if (type instanceof Type.Decimal) {
      return ByteBuffer.wrap(((BigDecimal) value).unscaledValue().toByteArray());
    }
    return scalar((Type.Scalar) type, value);
  }

  private static Object scalar(Type.Scalar type, Object value) {
    return switch (type) {
      case STRING, BOOLEAN, FLOAT, DOUBLE -> value;
      case TINYINT, INT -> Math.toIntExact(((Number) value).longValue());
      case BIGINT -> ((Number) value).longValue();
      case DATE -> Math.toIntExact(((LocalDate) value).toEpochDay());
      case TIMESTAMP -> ((Instant) value).toEpochMilli();
    };
  }
}
