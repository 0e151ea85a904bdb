package dev.sluice.sql.prune;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.Optional;

/**
 * The first {@code length} characters of a text. They keep the order of texts, so that the texts
 * whose beginnings lie in a range lie in a range themselves.
 */
record Prefix(int length) {

  /** The texts whose beginnings are in {@code beginnings}. */
  KeyValues texts(KeyValues beginnings) {
    RangeSet<KeyText> texts = TreeRangeSet.create();
    beginnings.texts().asRanges().forEach(range -> add(range, texts));
    return KeyValues.of(texts);
  }

  private void add(Range<KeyText> range, RangeSet<KeyText> texts) {
    RangeSet<KeyText> within = TreeRangeSet.create();
    if (range.hasLowerBound()) {
      from(range.lowerEndpoint(), range.lowerBoundType() == BoundType.CLOSED)
          .ifPresent(within::add);
    } else {
      within.add(Range.all());
    }
    if (range.hasUpperBound()) {
      from(range.upperEndpoint(), range.upperBoundType() == BoundType.OPEN)
          .ifPresent(within::remove);
    }
    texts.addAll(within);
  }

  /** The texts whose beginning is at least {@code bound}, or above it; empty if there is none. */
  private Optional<Range<KeyText>> from(KeyText bound, boolean inclusive) {
    String text = bound.value();
    int characters = text.codePointCount(0, text.length());
    if (inclusive ? characters <= length : characters < length) {
      return Optional.of(inclusive ? Range.atLeast(bound) : Range.greaterThan(bound));
    }
    KeyText beginning = new KeyText(text.substring(0, text.offsetByCodePoints(0, length)));
    return beginning.afterPrefix().map(Range::atLeast);
  }

  /**
   * What is left of texts when {@code prefix} is taken off.
   *
   * @param range of texts that all begin with {@code prefix}
   */
  static Range<KeyText> without(String prefix, Range<KeyText> range) {
    Range<KeyText> rest = Range.all();
    if (range.hasLowerBound()) {
      rest = Range.downTo(rest(prefix, range.lowerEndpoint()), range.lowerBoundType());
    }
    if (range.hasUpperBound() && range.upperEndpoint().value().startsWith(prefix)) {
      rest =
          rest.intersection(
              Range.upTo(rest(prefix, range.upperEndpoint()), range.upperBoundType()));
    }
    return rest;
  }

  private static KeyText rest(String prefix, KeyText text) {
    return new KeyText(text.value().substring(prefix.length()));
  }
}
