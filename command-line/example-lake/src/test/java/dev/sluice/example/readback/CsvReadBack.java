package dev.sluice.example.readback;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class CsvReadBack implements ReadBack {
  @Override
  public List<Row> rows(Path file, Type.Struct shape) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(",", -1);
      Row row = new Row();
      for (int i = 0; i < shape.fields().size(); i++) {
        Type.Field field = shape.fields().get(i);
        row.with(field.name(), value(field.type(), words[i]));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object value(Type type, String text) {
    if (type instanceof Type.Decimal) {
      return new BigDecimal(text);
    }
    return switch ((Type.Scalar) type) {
      case STRING -> text;
      case BOOLEAN -> Boolean.valueOf(text);
      case TINYINT, INT -> Integer.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case BIGINT, FLOAT, DOUBLE, TIMESTAMP -> throw new AssertionError("CSV has no " + type);
    };
  }

  /** CSV files have no schema. */
  @Override
  public Map<String, String> schema(Path file) {
    return Map.of();
  }
}
