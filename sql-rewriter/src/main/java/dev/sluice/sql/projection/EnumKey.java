package dev.sluice.sql.projection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** {@code enum}: the values are listed; blanks belong to them. */
record EnumKey(List<String> all) implements ProjectedKey {
  EnumKey {
    all = List.copyOf(all);
  }

  static EnumKey of(KeyProperties properties) throws NotComputedException {
    List<String> values = Arrays.asList(properties.required("values").split(",", -1));
    if (values.stream().distinct().count() < values.size() || values.contains("")) {
      throw properties.problem("values", "has a value twice, or an empty one");
    }
    return new EnumKey(values);
  }

  @Override
  public OptionalLong count(Instant now) {
    return OptionalLong.of(all.size());
  }

  @Override
  public List<String> values(Instant now, Predicate<String> needed) {
    return all.stream().filter(needed).toList();
  }
}
