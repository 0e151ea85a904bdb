package dev.sluice.sql.projection;

import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * {@code injected}: the value stands in the query.
 *
 * @param value empty where the query does not say that the key equals one
 */
record InjectedKey(Optional<String> value) implements ProjectedKey {
  static InjectedKey of(Optional<KeyRanges> ranges) {
    return new InjectedKey(ranges.map(KeyRanges::ranges).flatMap(InjectedKey::only));
  }

  private static Optional<String> only(List<KeyRange> ranges) {
    KeyRange range = ranges.size() == 1 ? ranges.get(0) : KeyRange.ALL;
    boolean isExact =
        range.lowerInclusive()
            && range.upperInclusive()
            && range.lower() != null
            && range.lower().equals(range.upper());
    return isExact ? Optional.ofNullable(range.lower()) : Optional.empty();
  }

  @Override
  public OptionalLong count(Instant now) {
    return OptionalLong.empty();
  }

  @Override
  public List<String> values(Instant now, Predicate<String> needed) throws NotComputedException {
    return List.of(value.orElseThrow(() -> new NotComputedException("its value is not given")));
  }
}
