package dev.sluice.spark.protocol;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.StructValue;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as bytes: what {@link dev.sluice.Rows} promises of each type, NULL as a leading 0. */
public final class Values {
  private Values() {}

  /** Writes a value that has the Java type which {@link dev.sluice.Rows} names for its type. */
  public static void write(DataOutputStream out, DataType type, @Nullable Object value)
      throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    if (type instanceof Primitive primitive) {
      writePrimitive(out, primitive, value);
    } else if (type instanceof DataType.Timestamp timestamp) {
      writePrimitive(out, timestamp.inMilliseconds(), value);
    } else if (type instanceof DataType.Decimal) {
      Wire.bytes(out, ((BigDecimal) value).unscaledValue().toByteArray());
    } else if (type instanceof DataType.Array array) {
      writeArray(out, array, (List<?>) value);
    } else if (type instanceof DataType.MapOf map) {
      writeMap(out, map, (Map<?, ?>) value);
    } else if (type instanceof DataType.Struct struct) {
      writeStruct(out, struct, (StructValue) value);
    } else if (type instanceof DataType.Unsupported) {
      throw new IOException("No values of type " + type);
    } else {
      Wire.text(out, (String) value);
    }
  }

  private static void writePrimitive(DataOutputStream out, Primitive type, Object value)
      throws IOException {
    switch (type) {
      case BOOLEAN -> out.writeBoolean((Boolean) value);
      case TINYINT -> out.writeByte((Byte) value);
      case SMALLINT -> out.writeShort((Short) value);
      case INTEGER -> out.writeInt((Integer) value);
      case BIGINT -> out.writeLong((Long) value);
      case REAL -> out.writeFloat((Float) value);
      case DOUBLE -> out.writeDouble((Double) value);
      case STRING -> Wire.text(out, (String) value);
      case BINARY -> Wire.bytes(out, (byte[]) value);
      case DATE -> out.writeLong(((LocalDate) value).toEpochDay());
      case TIMESTAMP -> writeInstant(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
      case TIMESTAMP_WITH_TIME_ZONE -> writeInstant(out, ((OffsetDateTime) value).toInstant());
      case UNKNOWN -> throw new IOException("A value other than NULL of type unknown");
    }
  }

  private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static void writeArray(DataOutputStream out, DataType.Array type, List<?> value)
      throws IOException {
    out.writeInt(value.size());
    for (Object element : value) {
      write(out, type.element(), element);
    }
  }

  private static void writeMap(DataOutputStream out, DataType.MapOf type, Map<?, ?> value)
      throws IOException {
    out.writeInt(value.size());
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      write(out, type.key(), entry.getKey());
      write(out, type.value(), entry.getValue());
    }
  }

  private static void writeStruct(DataOutputStream out, DataType.Struct type, StructValue value)
      throws IOException {
    for (int i = 0; i < type.fields().size(); i++) {
      write(out, type.fields().get(i).type(), value.values().get(i));
    }
  }

  /** Reads what {@link #write} wrote for the same type. */
  public static @Nullable Object read(DataInputStream in, DataType type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    if (type instanceof Primitive primitive) {
      return readPrimitive(in, primitive);
    } else if (type instanceof DataType.Timestamp timestamp) {
      return readPrimitive(in, timestamp.inMilliseconds());
    } else if (type instanceof DataType.Decimal decimal) {
      return new BigDecimal(new BigInteger(Wire.bytes(in)), decimal.scale());
    } else if (type instanceof DataType.Array array) {
      return readArray(in, array);
    } else if (type instanceof DataType.MapOf map) {
      return readMap(in, map);
    } else if (type instanceof DataType.Struct struct) {
      return readStruct(in, struct);
    } else {
      return Wire.text(in);
    }
  }

  private static Object readPrimitive(DataInputStream in, Primitive type) throws IOException {
    return switch (type) {
      case BOOLEAN -> in.readBoolean();
      case TINYINT -> in.readByte();
      case SMALLINT -> in.readShort();
      case INTEGER -> in.readInt();
      case BIGINT -> in.readLong();
      case REAL -> in.readFloat();
      case DOUBLE -> in.readDouble();
      case STRING -> Wire.text(in);
      case BINARY -> Wire.bytes(in);
      case DATE -> LocalDate.ofEpochDay(in.readLong());
      case TIMESTAMP -> LocalDateTime.ofInstant(readInstant(in), ZoneOffset.UTC);
      case TIMESTAMP_WITH_TIME_ZONE -> readInstant(in).atOffset(ZoneOffset.UTC);
      case UNKNOWN -> throw new IOException("A value other than NULL of type unknown");
    };
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    long second = in.readLong();
    return Instant.ofEpochSecond(second, in.readInt());
  }

  private static List<@Nullable Object> readArray(DataInputStream in, DataType.Array type)
      throws IOException {
    int size = in.readInt();
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read(in, type.element()));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<@Nullable Object, @Nullable Object> readMap(
      DataInputStream in, DataType.MapOf type) throws IOException {
    int size = in.readInt();
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Object key = read(in, type.key());
      map.put(key, read(in, type.value()));
    }
    return Collections.unmodifiableMap(map);
  }

  private static StructValue readStruct(DataInputStream in, DataType.Struct type)
      throws IOException {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (DataType.Field field : type.fields()) {
      names.add(field.name());
      values.add(read(in, field.type()));
    }
    return new StructValue(names, values);
  }
}
