package dev.sluice.standin.aws.glue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The types of partition keys that a filter may name: string, date, timestamp, int, bigint, long,
 * tinyint, smallint, decimal (Glue Web API Reference, GetPartitions, "Supported Partition Key
 * Types"; looked at 2026-11-27). How it orders texts is not said there; here it is by UTF-8 bytes.
 */
enum KeyType {
  TEXT(KeyType::bytes, (Comparator<byte[]>) Arrays::compareUnsigned),
  NUMBER(BigDecimal::new, Comparator.<BigDecimal>naturalOrder()),
  DATE(LocalDate::parse, Comparator.comparing((LocalDate date) -> date)),
  TIMESTAMP(Timestamp::valueOf, Comparator.<Timestamp>naturalOrder()),
  OTHER(KeyType::refused, Comparator.<BigDecimal>naturalOrder());

  private final Value<?> value;

  <T> KeyType(Function<String, T> read, Comparator<? super T> order) {
    this.value = new Value<T>(read, order);
  }

  static KeyType of(String glueType) {
    String name = glueType.toLowerCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
    return switch (name) {
      case "string" -> TEXT;
      case "int", "bigint", "long", "tinyint", "smallint", "decimal" -> NUMBER;
      case "date" -> DATE;
      case "timestamp" -> TIMESTAMP;
      default -> OTHER;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BigDecimal refused(String text) {
    throw new IllegalArgumentException("keys of this type are not supported");
  }

  /**
   * Whether a partition's value stands so to a literal; false for a value that is not of the type.
   */
  Predicate<List<String>> compared(int key, String literal, IntPredicate operator) {
    return value.compared(key, literal, operator);
  }

  private record Value<T>(Function<String, T> read, Comparator<? super T> order) {
    Predicate<List<String>> compared(int key, String literal, IntPredicate operator) {
      T bound =
          of(literal)
              .orElseThrow(() -> GlueErrors.invalidInput("not of the key's type: " + literal));
      return values ->
          of(values.get(key))
              .filter(value -> operator.test(order.compare(value, bound)))
              .isPresent();
    }

    private Optional<T> of(String text) {
      try {
        return Optional.of(read.apply(text));
      } catch (IllegalArgumentException | DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
