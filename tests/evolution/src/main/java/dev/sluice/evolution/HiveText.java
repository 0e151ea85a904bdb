package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.RowFile;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text as Hive's LazySimpleSerDe has it by default: each level has a control character of its own.
 */
final class HiveText implements RowFile {
  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    String text =
        rows.stream().map(row -> struct(1, shape, row) + "\n").collect(Collectors.joining());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }

  private static String struct(int level, Type.Struct shape, Row row) {
    return shape.fields().stream()
        .map(field -> value(level + 1, field.type(), row.get(field.name())))
        .collect(Collectors.joining(separator(level)));
  }

  private static String value(int level, Type type, @Nullable Object value) {
    if (value == null) {
      return "\\N";
    } else if (type instanceof Type.Struct struct) {
      return struct(level, struct, (Row) value);
    } else if (type instanceof Type.ArrayOf array) {
      return ((List<?>) value)
          .stream()
              .map(element -> value(level + 1, array.element(), element))
              .collect(Collectors.joining(separator(level)));
    } else if (type instanceof Type.MapOf map) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(
                  entry ->
                      entry.getKey()
                          + separator(level + 1)
                          + value(level + 2, map.value(), entry.getValue()))
              .collect(Collectors.joining(separator(level)));
    }
    return value.toString();
  }

  private static String separator(int level) {
    return String.valueOf((char) level);
  }
}
