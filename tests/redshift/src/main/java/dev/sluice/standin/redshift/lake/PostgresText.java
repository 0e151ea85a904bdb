package dev.sluice.standin.redshift.lake;

import dev.sluice.DataType;
import dev.sluice.StructValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as PostgreSQL reads them from text. */
final class PostgresText {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private PostgresText() {}

  /** The text, null for NULL. */
  static @Nullable String of(DataType type, @Nullable Object value) {
    if (value == null || !PostgresTypes.isHeld(type)) {
      return null;
    } else if (type instanceof DataType.Struct struct) {
      return composite(struct.fields(), ((StructValue) value).values());
    } else if (type instanceof DataType.Array array) {
      List<@Nullable String> elements = new ArrayList<>();
      ((List<?>) value).forEach(element -> elements.add(of(array.element(), element)));
      return array(elements);
    } else if (type instanceof DataType.MapOf map) {
      List<DataType.Field> fields = PostgresTypes.keyAndValue(map);
      List<@Nullable String> entries = new ArrayList<>();
      for (Map.Entry<?, ? extends @Nullable Object> entry : ((Map<?, ?>) value).entrySet()) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(entry.getKey());
        pair.add(entry.getValue());
        entries.add(composite(fields, pair));
      }
      return array(entries);
    }
    return scalar(value);
  }

  private static String scalar(Object value) {
    if (value instanceof Instant instant) {
      return TIMESTAMP.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (value instanceof LocalDateTime time) {
      return TIMESTAMP.format(time);
    } else if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    return value.toString();
  }

  private static String composite(
      List<DataType.Field> fields, List<? extends @Nullable Object> values) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      String field = of(fields.get(i).type(), values.get(i));
      if (field != null) {
        text.append('"').append(field.replace("\\", "\\\\").replace("\"", "\"\"")).append('"');
      }
    }
    return text.append(')').toString();
  }

  private static String array(List<@Nullable String> elements) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      String element = elements.get(i);
      if (element == null) {
        text.append("NULL");
      } else {
        text.append('"').append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return text.append('}').toString();
  }
}
