package dev.sluice.standin.redshift;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any types, the same for the same seed: few different values, so that they meet in joins.
 */
final class RandomRows {
  private static final List<String> TEXTS =
      List.of("", "a", "b", "ch", "de", "u7", "u8", "x", "x ", "2019-03-28", "O'Neil\\", "ü 日本");

  private final Random random;

  RandomRows(long seed) {
    this.random = new Random(seed);
  }

  Stream<List<@Nullable Object>> rows(List<Column> columns, int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      columns.forEach(column -> row.add(value(column.type(), 12)));
      rows.add(row);
    }
    return rows.stream();
  }

  private @Nullable Object value(DataType type, int nullPercent) {
    if (random.nextInt(100) < nullPercent) {
      return null;
    } else if (type instanceof DataType.Struct struct) {
      List<String> names = new ArrayList<>();
      List<@Nullable Object> values = new ArrayList<>();
      for (DataType.Field field : struct.fields()) {
        names.add(field.name());
        values.add(value(field.type(), nullPercent));
      }
      return new StructValue(names, values);
    } else if (type instanceof DataType.Array array) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(value(array.element(), nullPercent));
      }
      return elements;
    } else if (type instanceof DataType.MapOf map) {
      Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        entries.put(value(map.key(), 0), value(map.value(), nullPercent));
      }
      return entries;
    }
    return scalar(type);
  }

  private @Nullable Object scalar(DataType type) {
    if (type instanceof DataType.Decimal decimal) {
      int digits = Math.min(decimal.precision(), 4);
      BigInteger unscaled = BigInteger.valueOf(random.nextInt((int) Math.pow(10, digits)));
      return new BigDecimal(unscaled, decimal.scale());
    } else if (type instanceof DataType.Varchar text) {
      return cut(text.length());
    } else if (type instanceof DataType.Char text) {
      return cut(text.length());
    }
    return type instanceof DataType.Primitive primitive ? primitive(primitive) : null;
  }

  private String cut(int length) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return text.substring(0, Math.min(text.length(), length));
  }

  private @Nullable Object primitive(DataType.Primitive type) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case TINYINT, SMALLINT, INTEGER, BIGINT -> random.nextInt(12) - 2;
      case REAL -> random.nextInt(40) / 4f;
      case DOUBLE -> (random.nextInt(400) + 1) / 8d;
      case STRING -> cut(Integer.MAX_VALUE);
      case DATE -> LocalDate.of(2019, 3, 20).plusDays(random.nextInt(20));
      case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
          LocalDateTime.of(2019, 3, 20, 0, 0).plusMinutes(random.nextInt(20_000));
      case BINARY, UNKNOWN -> null;
    };
  }
}
