package dev.sluice.example.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands rows of one shape to Parquet, field by field. Not shareable: one per file. */
final class ParquetRows extends WriteSupport<Row> {
  private final Type.Struct shape;
  private @Nullable RecordConsumer consumer;

  ParquetRows(Type.Struct shape) {
    this.shape = shape;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchemas.message(shape), Map.of());
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetSchemas.message(shape), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Row row) {
    consumer().startMessage();
    fields(shape, row);
    consumer().endMessage();
  }

  private RecordConsumer consumer() {
    if (consumer == null) {
      throw new IllegalStateException("Parquet has not prepared this file yet");
    }
    return consumer;
  }

  private void fields(Type.Struct struct, Row row) {
    for (int index = 0; index < struct.fields().size(); index++) {
      Type.Field field = struct.fields().get(index);
      field(field.name(), index, field.type(), row.get(field.name()));
    }
  }

  /** Parquet says NULL by saying nothing. */
  private void field(String name, int index, Type type, @Nullable Object value) {
    if (value != null) {
      consumer().startField(name, index);
      value(type, value);
      consumer().endField(name, index);
    }
  }

  private void value(Type type, Object value) {
    if (type instanceof Type.Struct struct) {
      consumer().startGroup();
      fields(struct, (Row) value);
      consumer().endGroup();
    } else if (type instanceof Type.ArrayOf array) {
      list(array, (List<?>) value);
    } else if (type instanceof Type.MapOf map) {
      map(map, (Map<?, ?>) value);
    } else if (type instanceof Type.Decimal decimal) {
      consumer().addBinary(decimal(decimal, (BigDecimal) value));
    } else {
      scalar((Type.Scalar) type, value);
    }
  }

  private void list(Type.ArrayOf type, List<?> elements) {
    consumer().startGroup();
    if (!elements.isEmpty()) {
      consumer().startField("list", 0);
      for (Object element : elements) {
        consumer().startGroup();
        field(ParquetSchemas.ELEMENT, 0, type.element(), element);
        consumer().endGroup();
      }
      consumer().endField("list", 0);
    }
    consumer().endGroup();
  }

  private void map(Type.MapOf type, Map<?, ?> entries) {
    consumer().startGroup();
    if (!entries.isEmpty()) {
      consumer().startField("key_value", 0);
      entries.forEach(
          (key, value) -> {
            consumer().startGroup();
            field(ParquetSchemas.KEY, 0, Type.Scalar.STRING, key);
            field(ParquetSchemas.VALUE, 1, type.value(), value);
            consumer().endGroup();
          });
      consumer().endField("key_value", 0);
    }
    consumer().endGroup();
  }

  private static Binary decimal(Type.Decimal type, BigDecimal value) {
    byte[] digits = value.unscaledValue().toByteArray();
    byte[] padded = new byte[ParquetSchemas.width(type.precision())];
    Arrays.fill(padded, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, padded, padded.length - digits.length, digits.length);
    return Binary.fromConstantByteArray(padded);
  }

  private void scalar(Type.Scalar type, Object value) {
    switch (type) {
      case STRING -> consumer().addBinary(Binary.fromString((String) value));
      case BOOLEAN -> consumer().addBoolean((Boolean) value);
      case TINYINT, INT -> consumer().addInteger(Math.toIntExact(((Number) value).longValue()));
      case BIGINT -> consumer().addLong(((Number) value).longValue());
      case FLOAT -> consumer().addFloat((Float) value);
      case DOUBLE -> consumer().addDouble((Double) value);
      case DATE -> consumer().addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
      case TIMESTAMP -> consumer().addLong(((Instant) value).toEpochMilli());
    }
  }
}
