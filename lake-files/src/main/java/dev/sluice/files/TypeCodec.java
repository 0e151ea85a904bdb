package dev.sluice.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Types and texts in bytes. */
final class TypeCodec {
  private static final int MAX_DEPTH = 200;

  private TypeCodec() {}

  private enum Tag {
    PRIMITIVE,
    DECIMAL,
    CHAR,
    VARCHAR,
    TIMESTAMP,
    ARRAY,
    MAP,
    STRUCT,
    UNSUPPORTED
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(ByteBuffer in) {
    byte[] bytes = new byte[Objects.checkIndex(in.getInt(), in.remaining() + 1)];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }

  static void type(DataOutputStream out, DataType type) throws IOException {
    if (type instanceof Primitive primitive) {
      tag(out, Tag.PRIMITIVE);
      text(out, primitive.name());
    } else if (type instanceof DataType.Decimal decimal) {
      tag(out, Tag.DECIMAL);
      out.writeInt(decimal.precision());
      out.writeInt(decimal.scale());
    } else if (type instanceof DataType.Char text) {
      tag(out, Tag.CHAR);
      out.writeInt(text.length());
    } else if (type instanceof DataType.Varchar text) {
      tag(out, Tag.VARCHAR);
      out.writeInt(text.length());
    } else if (type instanceof DataType.Timestamp timestamp) {
      tag(out, Tag.TIMESTAMP);
      out.writeInt(timestamp.precision());
      out.writeBoolean(timestamp.withTimeZone());
    } else if (type instanceof DataType.Unsupported unsupported) {
      tag(out, Tag.UNSUPPORTED);
      text(out, unsupported.text());
      text(out, unsupported.reason());
    } else {
      nested(out, type);
    }
  }

  private static void nested(DataOutputStream out, DataType type) throws IOException {
    if (type instanceof DataType.Array array) {
      tag(out, Tag.ARRAY);
      type(out, array.element());
    } else if (type instanceof DataType.MapOf map) {
      tag(out, Tag.MAP);
      type(out, map.key());
      type(out, map.value());
    } else {
      List<DataType.Field> fields = ((DataType.Struct) type).fields();
      tag(out, Tag.STRUCT);
      out.writeInt(fields.size());
      for (DataType.Field field : fields) {
        text(out, field.name());
        type(out, field.type());
      }
    }
  }

  private static void tag(DataOutputStream out, Tag tag) throws IOException {
    text(out, tag.name());
  }

  static DataType type(ByteBuffer in) {
    return type(in, 0);
  }

  private static DataType type(ByteBuffer in, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("No type is that deep");
    }
    return switch (Tag.valueOf(text(in))) {
      case PRIMITIVE -> Primitive.valueOf(text(in));
      case DECIMAL -> new DataType.Decimal(in.getInt(), in.getInt());
      case CHAR -> new DataType.Char(in.getInt());
      case VARCHAR -> new DataType.Varchar(in.getInt());
      case TIMESTAMP -> new DataType.Timestamp(in.getInt(), in.get() != 0);
      case ARRAY -> new DataType.Array(type(in, depth + 1));
      case MAP -> new DataType.MapOf(type(in, depth + 1), type(in, depth + 1));
      case STRUCT -> {
        List<DataType.Field> fields = new ArrayList<>();
        for (int more = in.getInt(); more > 0; more--) {
          fields.add(new DataType.Field(text(in), type(in, depth + 1)));
        }
        yield new DataType.Struct(fields);
      }
      case UNSUPPORTED -> new DataType.Unsupported(text(in), text(in));
    };
  }
}
