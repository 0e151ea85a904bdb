package dev.sluice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A struct of a row: field names and values in the type's order; values may be null. */
public record StructValue(List<String> names, List<@Nullable Object> values) {
  public StructValue {
    names = List.copyOf(names);
    values = Collections.unmodifiableList(new ArrayList<>(values));
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(names.size() + " names for " + values.size() + " values");
    }
  }

  /** The value of a field, null when NULL or when there is no such field. */
  public @Nullable Object get(String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : values.get(index);
  }
}
