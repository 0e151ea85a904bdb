package dev.sluice.glue;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types that are not nested, by their Hive names. */
final class HiveScalars {
  private static final int MAX_PRECISION = 38;
  private static final int MAX_CHAR = 255;
  private static final int MAX_VARCHAR = 65_535;
  private static final int SHOWN = 60;

  private static final Map<String, Primitive> NAMES =
      Map.ofEntries(
          Map.entry("boolean", Primitive.BOOLEAN),
          Map.entry("tinyint", Primitive.TINYINT),
          Map.entry("smallint", Primitive.SMALLINT),
          Map.entry("int", Primitive.INTEGER),
          Map.entry("integer", Primitive.INTEGER),
          Map.entry("bigint", Primitive.BIGINT),
          Map.entry("long", Primitive.BIGINT),
          Map.entry("float", Primitive.REAL),
          Map.entry("double", Primitive.DOUBLE),
          Map.entry("double precision", Primitive.DOUBLE),
          Map.entry("string", Primitive.STRING),
          Map.entry("binary", Primitive.BINARY),
          Map.entry("date", Primitive.DATE),
          Map.entry("timestamp", Primitive.TIMESTAMP));

  private HiveScalars() {}

  static DataType of(String text) {
    String spelling = String.join(" ", text.toLowerCase(Locale.ROOT).split("\\s+"));
    Primitive primitive = NAMES.get(spelling);
    return primitive != null ? primitive : parameterised(text, spelling);
  }

  static String notKnown(String name) {
    String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    return "The type '" + shown + "' is not known";
  }

  private static DataType parameterised(String text, String spelling) {
    int open = spelling.indexOf('(');
    String name = open < 0 ? spelling : spelling.substring(0, open).strip();
    List<Integer> numbers = open < 0 ? List.of() : numbers(spelling.substring(open));
    return switch (name) {
      case "decimal", "dec", "numeric" -> decimal(text, open < 0, numbers);
      case "char" -> {
        Integer length = length(numbers, MAX_CHAR);
        yield length == null ? outside(text, "char", MAX_CHAR) : new DataType.Char(length);
      }
      case "varchar" -> {
        Integer length = length(numbers, MAX_VARCHAR);
        yield length == null ? outside(text, "varchar", MAX_VARCHAR) : new DataType.Varchar(length);
      }
      default -> new DataType.Unsupported(text, notKnown(spelling));
    };
  }

  /** Hive: {@code decimal} is {@code decimal(10,0)}, {@code decimal(p)} is {@code decimal(p,0)}. */
  private static DataType decimal(String text, boolean bare, List<Integer> numbers) {
    if (bare) {
      return new DataType.Decimal(10, 0);
    }
    int precision = numbers.isEmpty() ? 0 : numbers.get(0);
    int scale = numbers.size() < 2 ? 0 : numbers.get(1);
    if (numbers.size() > 2 || precision < 1 || precision > MAX_PRECISION || scale > precision) {
      return new DataType.Unsupported(
          text, "A decimal needs a precision from 1 to 38 and a scale no larger");
    }
    return new DataType.Decimal(precision, scale);
  }

  private static @Nullable Integer length(List<Integer> numbers, int max) {
    boolean fits = numbers.size() == 1 && numbers.get(0) >= 1 && numbers.get(0) <= max;
    return fits ? numbers.get(0) : null;
  }

  private static DataType outside(String text, String name, int max) {
    return new DataType.Unsupported(text, "A %s needs a length from 1 to %d".formatted(name, max));
  }

  /** The numbers of {@code (n, m)}; empty when it holds anything else. */
  private static List<Integer> numbers(String parenthesised) {
    if (!parenthesised.endsWith(")")) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>();
    for (String part : parenthesised.substring(1, parenthesised.length() - 1).split(",", -1)) {
      String digits = part.strip();
      if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(HiveScalars::digit)) {
        return List.of();
      }
      numbers.add(Integer.parseInt(digits));
    }
    return numbers;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
