package dev.sluice.matrix;

import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a data file, with the place of each key, so that a mistake can be pointed at.
 *
 * @param entries a {@link Entry.Text} or a {@link Section} each, in the file's order
 */
record Section(String file, int line, Map<String, Entry> entries) implements Entry {
  Set<String> keys() {
    return entries.keySet();
  }

  String text(String key) {
    String text = optionalText(key);
    if (text == null) {
      throw error(line, "'" + key + "' is missing");
    }
    return text;
  }

  @Nullable String optionalText(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    if (entry instanceof Entry.Text text) {
      return text.value().strip();
    }
    throw error(entry.line(), "'" + key + "' should be a text");
  }

  Section section(String key) {
    Entry entry = entries.get(key);
    if (entry instanceof Section section) {
      return section;
    }
    throw error(entry == null ? line : entry.line(), "'" + key + "' should hold keys of its own");
  }

  int lineOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  /** Refuses keys that nobody reads. */
  void allowOnly(Collection<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw error(lineOf(key), "Unknown key '" + key + "'" + NearestName.question(key, known));
      }
    }
  }

  <E extends Enum<E>> @Nullable E constant(Class<E> type, String key) {
    String text = optionalText(key);
    if (text == null) {
      return null;
    }
    E constant = MatrixWords.constant(type, text);
    if (constant == null) {
      throw error(
          lineOf(key),
          "Unknown "
              + key
              + " '"
              + text
              + "'"
              + NearestName.question(text, MatrixWords.words(type)));
    }
    return constant;
  }

  SluiceException error(int atLine, String message) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID, message + " (" + file + ", line " + atLine + ")");
  }
}
