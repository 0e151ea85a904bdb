package dev.sluice.sql.prune;

import dev.sluice.DataType;
import dev.sluice.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A timestamp of which a text key is the beginning, as the table's parameters declare it:
 *
 * <pre>
 * sluice.key.datetime.source = happened
 * sluice.key.datetime.format = yyyy-MM-dd-HH
 * </pre>
 *
 * @param column the timestamp's
 * @param format what {@code date_format} makes the key of, such as {@code %Y-%m-%d-%H}; the units
 *     follow each other from the year down, so that texts are ordered as times are
 */
record KeySource(String column, String format) {
  private static final String PREFIX = "sluice.key.";
  private static final Pattern UNIT = Pattern.compile("yyyy|MM|dd|HH|mm|ss|[A-Za-z]");

  /** The units of a format and date_format's specifiers for them, the longest first. */
  private static final Map<String, String> SPECIFIERS =
      Map.of("yyyy", "%Y", "MM", "%m", "dd", "%d", "HH", "%H", "mm", "%i", "ss", "%s");

  private static final String ORDER = "yyyy MM dd HH mm ss";

  /** What is declared of a key; empty if nothing is, or nothing that can be used. */
  static Optional<KeySource> of(Table table, String key) {
    String source = table.parameters().get(PREFIX + key + ".source");
    String format = table.parameters().get(PREFIX + key + ".format");
    boolean isTimestamp =
        table.columns().stream()
            .anyMatch(
                column ->
                    column.name().equals(source) && column.type() == DataType.Primitive.TIMESTAMP);
    return isTimestamp && format != null
        ? specifiers(format).map(mysql -> new KeySource(String.valueOf(source), mysql))
        : Optional.empty();
  }

  private static Optional<String> specifiers(String format) {
    StringBuilder mysql = new StringBuilder();
    StringBuilder units = new StringBuilder();
    Matcher unit = UNIT.matcher(format);
    int at = 0;
    while (unit.find()) {
      String specifier = SPECIFIERS.get(unit.group());
      if (specifier == null) {
        return Optional.empty();
      }
      mysql.append(format, at, unit.start()).append(specifier);
      units.append(units.isEmpty() ? "" : " ").append(unit.group());
      at = unit.end();
    }
    mysql.append(format.substring(at));
    boolean isOrdered = !units.isEmpty() && ORDER.startsWith(units.toString());
    return isOrdered && format.indexOf('%') < 0 ? Optional.of(mysql.toString()) : Optional.empty();
  }

  /** The keys that times may have which compare so with one from {@code least} to {@code most}. */
  KeyValues keys(Comparison comparison, LocalDateTime least, LocalDateTime most) {
    return switch (comparison) {
      case EQUAL -> keys(Comparison.AT_LEAST, least).and(keys(Comparison.AT_MOST, most));
      case NOT_EQUAL -> KeyValues.TEXTS;
      case LESS, AT_MOST -> keys(comparison, most);
      case GREATER, AT_LEAST -> keys(comparison, least);
    };
  }

  private KeyValues keys(Comparison comparison, LocalDateTime bound) {
    Value key = DateTexts.format(bound, format);
    if (!(key.known() instanceof String text)) {
      return KeyValues.TEXTS;
    }
    boolean begins = Value.of(bound).equals(DateTexts.parse(text, format));
    return switch (comparison) {
      case EQUAL -> KeyValues.of(text);
      case NOT_EQUAL -> KeyValues.TEXTS;
      case LESS -> (begins ? Comparison.LESS : Comparison.AT_MOST).texts(text);
      case AT_MOST -> Comparison.AT_MOST.texts(text);
      case GREATER, AT_LEAST -> Comparison.AT_LEAST.texts(text);
    };
  }

  /** The time that a constant is. */
  static Optional<LocalDateTime> time(Value value) {
    if (value.known() instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay());
    }
    return value.known() instanceof LocalDateTime time ? Optional.of(time) : Optional.empty();
  }

  /**
   * The keys of times that {@code date_format} with another format makes one of some texts of.
   *
   * @return empty if that format is no beginning of the key's
   */
  Optional<KeyValues> keys(String otherFormat, KeyValues texts) {
    if (otherFormat.equals(format)) {
      return Optional.of(new KeyValues(texts.texts(), false));
    }
    boolean isBeginning = !otherFormat.isEmpty() && format.startsWith(otherFormat);
    Value sample = DateTexts.format(LocalDateTime.of(2000, 1, 1, 0, 0), otherFormat);
    return isBeginning && sample.known() instanceof String text
        ? Optional.of(new Prefix(text.length()).texts(texts))
        : Optional.empty();
  }
}
