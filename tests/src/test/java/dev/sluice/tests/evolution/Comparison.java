package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.evolution.NoRightValue;
import dev.sluice.matrix.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what an engine's value is, held against the truth. */
final class Comparison {
  private Comparison() {}

  /** Right, NULL where the truth has a value, or wrong. */
  static Reading of(@Nullable Object truth, JsonNode read) {
    if (read.isNull()) {
      return truth == null ? Reading.RIGHT : Reading.NULL;
    } else if (truth == null || truth == NoRightValue.INSTANCE) {
      return Reading.WRONG;
    } else if (truth instanceof List<?> parts) {
      return parts(parts, read);
    } else if (truth instanceof Map<?, ?> entries) {
      return entries(entries, read);
    }
    return scalar(truth, read) ? Reading.RIGHT : Reading.WRONG;
  }

  private static boolean scalar(Object truth, JsonNode read) {
    if (!(truth instanceof BigDecimal number)) {
      return truth.equals(read.asText());
    }
    try {
      return new BigDecimal(read.asText()).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Reading parts(List<?> truth, JsonNode read) {
    if (!read.isArray() || read.size() != truth.size()) {
      return Reading.WRONG;
    }
    Reading worst = Reading.RIGHT;
    for (int i = 0; i < truth.size(); i++) {
      worst = worst.worse(of(truth.get(i), read.get(i)));
    }
    return worst;
  }

  private static Reading entries(Map<?, ?> truth, JsonNode read) {
    if (!read.isObject() || read.size() != truth.size()) {
      return Reading.WRONG;
    }
    Reading worst = Reading.RIGHT;
    for (Map.Entry<?, ?> entry : truth.entrySet()) {
      JsonNode value = read.get((String) entry.getKey());
      worst = value == null ? Reading.WRONG : worst.worse(of(entry.getValue(), value));
    }
    return worst;
  }
}
