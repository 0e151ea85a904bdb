package dev.sluice.tests.evolution;

import dev.sluice.evolution.NoRightValue;
import dev.sluice.matrix.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an engine's value is, held against the truth. Of the engine, structs and arrays are
 * lists, maps are maps, and scalars have a text that is plain.
 */
final class Comparison {
  private Comparison() {}

  /** Right, NULL where the truth has a value, or wrong. */
  static Reading of(@Nullable Object truth, @Nullable Object read) {
    if (read == null) {
      return truth == null ? Reading.RIGHT : Reading.NULL;
    } else if (truth == null || truth == NoRightValue.INSTANCE) {
      return Reading.WRONG;
    } else if (truth instanceof List<?> parts) {
      return read instanceof List<?> found ? parts(parts, found) : Reading.WRONG;
    } else if (truth instanceof Map<?, ?> entries) {
      return read instanceof Map<?, ?> found ? entries(entries, found) : Reading.WRONG;
    }
    return isSame(truth, read.toString()) ? Reading.RIGHT : Reading.WRONG;
  }

  private static Reading parts(List<?> truth, List<?> read) {
    if (read.size() != truth.size()) {
      return Reading.WRONG;
    }
    Reading worst = Reading.RIGHT;
    for (int i = 0; i < truth.size(); i++) {
      worst = worst.worse(of(truth.get(i), read.get(i)));
    }
    return worst;
  }

  private static Reading entries(Map<?, ?> truth, Map<?, ?> read) {
    if (!read.keySet().equals(truth.keySet())) {
      return Reading.WRONG;
    }
    Reading worst = Reading.RIGHT;
    for (Map.Entry<?, ?> entry : truth.entrySet()) {
      worst = worst.worse(of(entry.getValue(), read.get(entry.getKey())));
    }
    return worst;
  }

  private static boolean isSame(Object truth, String read) {
    if (!(truth instanceof BigDecimal number)) {
      return truth.equals(read);
    }
    try {
      return new BigDecimal(read).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
