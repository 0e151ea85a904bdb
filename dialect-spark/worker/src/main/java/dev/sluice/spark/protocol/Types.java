package dev.sluice.spark.protocol;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Types as bytes. */
final class Types {
  private static final int PRIMITIVE = 0;
  private static final int DECIMAL = 1;
  private static final int CHAR = 2;
  private static final int VARCHAR = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  private static final int STRUCT = 6;
  private static final int UNSUPPORTED = 7;
  private static final int TIMESTAMP = 8;

  private Types() {}

  static void write(DataOutputStream out, DataType type) throws IOException {
    if (type instanceof Primitive primitive) {
      out.writeByte(PRIMITIVE);
      Wire.word(out, primitive);
    } else if (type instanceof DataType.Decimal decimal) {
      out.writeByte(DECIMAL);
      out.writeInt(decimal.precision());
      out.writeInt(decimal.scale());
    } else if (type instanceof DataType.Char text) {
      out.writeByte(CHAR);
      out.writeInt(text.length());
    } else if (type instanceof DataType.Varchar text) {
      out.writeByte(VARCHAR);
      out.writeInt(text.length());
    } else if (type instanceof DataType.Timestamp timestamp) {
      out.writeByte(TIMESTAMP);
      out.writeInt(timestamp.precision());
      out.writeBoolean(timestamp.withTimeZone());
    } else {
      writeNested(out, type);
    }
  }

  private static void writeNested(DataOutputStream out, DataType type) throws IOException {
    if (type instanceof DataType.Array array) {
      out.writeByte(ARRAY);
      write(out, array.element());
    } else if (type instanceof DataType.MapOf map) {
      out.writeByte(MAP);
      write(out, map.key());
      write(out, map.value());
    } else if (type instanceof DataType.Struct struct) {
      out.writeByte(STRUCT);
      Wire.list(out, struct.fields(), Types::writeField);
    } else if (type instanceof DataType.Unsupported unsupported) {
      out.writeByte(UNSUPPORTED);
      Wire.text(out, unsupported.text());
      Wire.text(out, unsupported.reason());
    } else {
      throw new IOException("Unknown kind of type: " + type);
    }
  }

  private static void writeField(DataOutputStream out, DataType.Field field) throws IOException {
    Wire.text(out, field.name());
    write(out, field.type());
  }

  private static DataType.Field readField(DataInputStream in) throws IOException {
    String name = Wire.text(in);
    return new DataType.Field(name, read(in));
  }

  static DataType read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case PRIMITIVE -> Wire.word(in, Primitive.class);
      case DECIMAL -> {
        int precision = in.readInt();
        yield new DataType.Decimal(precision, in.readInt());
      }
      case CHAR -> new DataType.Char(in.readInt());
      case VARCHAR -> new DataType.Varchar(in.readInt());
      case TIMESTAMP -> {
        int precision = in.readInt();
        yield DataType.timestamp(precision, in.readBoolean());
      }
      case ARRAY -> new DataType.Array(read(in));
      case MAP -> {
        DataType key = read(in);
        yield new DataType.MapOf(key, read(in));
      }
      case STRUCT -> {
        List<DataType.Field> fields = Wire.list(in, Types::readField);
        yield new DataType.Struct(fields);
      }
      case UNSUPPORTED -> {
        String text = Wire.text(in);
        yield new DataType.Unsupported(text, Wire.text(in));
      }
      default -> throw new IOException("Unknown tag of a type: " + tag);
    };
  }
}
