package dev.sluice.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values as one text, the same whether they come from an engine or stand in the probe's file: texts
 * in quotes, numbers with the digits that they have, {@code null}.
 */
final class AnswerText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private AnswerText() {}

  static String row(List<? extends @Nullable Object> values) {
    return list(values);
  }

  private static String list(Iterable<?> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(of(value)));
    return "[" + String.join(", ", texts) + "]";
  }

  private static String of(@Nullable Object value) {
    if (value == null || value instanceof Boolean || isWhole(value)) {
      return String.valueOf(value);
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? value.toString() : quoted(value.toString());
    } else if (value instanceof LocalDateTime time) {
      return quoted(time.format(TIME));
    } else if (value instanceof OffsetDateTime time) {
      return quoted(time.toLocalDateTime().format(TIME) + " " + time.getOffset());
    } else if (value instanceof byte[] bytes) {
      return quoted(HexFormat.of().formatHex(bytes));
    } else if (value instanceof StructValue struct) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < struct.names().size(); i++) {
        fields.add(struct.names().get(i) + ": " + of(struct.values().get(i)));
      }
      return "{" + String.join(", ", fields) + "}";
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
          // A map has no order.
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return quoted(value.toString());
  }

  private static boolean isWhole(Object value) {
    return value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long;
  }

  /** A value as the probe's file has it. Fields of a struct stand in their order. */
  static String of(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(AnswerText::of)
          .collect(Collectors.joining(", ", "[", "]"));
    } else if (node.isObject()) {
      return node.properties().stream()
          .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (node.isBigDecimal()) {
      return node.decimalValue().toPlainString();
    }
    return node.isTextual() ? quoted(node.asText()) : node.asText();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
