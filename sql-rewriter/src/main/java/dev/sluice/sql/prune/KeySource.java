package dev.sluice.sql.prune;

import dev.sluice.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

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
  static final String PREFIX = "sluice.key.";

  /** What is declared of a key; empty if nothing is, or nothing that can be used. */
  static Optional<KeySource> of(Table table, String key) {
    String source = table.parameters().get(PREFIX + key + ".source");
    String format = table.parameters().get(PREFIX + key + ".format");
    return source != null && format != null && KeySourceProblems.of(table, key).isEmpty()
        ? Optional.of(new KeySource(source, KeyFormat.specifiers(format)))
        : Optional.empty();
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
