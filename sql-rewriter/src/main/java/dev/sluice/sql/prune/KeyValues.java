package dev.sluice.sql.prune;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.sluice.KeyRange;
import java.util.Collection;
import java.util.List;

/** A set of values of a text key: texts, and NULL or not. */
record KeyValues(ImmutableRangeSet<KeyText> texts, boolean nulls) {
  static final KeyValues NONE = new KeyValues(ImmutableRangeSet.of(), false);
  static final KeyValues NULL = new KeyValues(ImmutableRangeSet.of(), true);
  static final KeyValues TEXTS = of(Range.all());
  static final KeyValues ALL = new KeyValues(TEXTS.texts, true);

  static KeyValues of(Range<KeyText> range) {
    return new KeyValues(ImmutableRangeSet.of(range), false);
  }

  static KeyValues of(String text) {
    return of(Range.singleton(new KeyText(text)));
  }

  static KeyValues of(Collection<String> texts) {
    RangeSet<KeyText> set = TreeRangeSet.create();
    texts.forEach(text -> set.add(Range.singleton(new KeyText(text))));
    return new KeyValues(ImmutableRangeSet.copyOf(set), false);
  }

  static KeyValues of(RangeSet<KeyText> texts) {
    return new KeyValues(ImmutableRangeSet.copyOf(texts), false);
  }

  KeyValues and(KeyValues other) {
    if (isAll() || other.isNone()) {
      return other;
    }
    return isNone() || other.isAll()
        ? this
        : new KeyValues(texts.intersection(other.texts), nulls && other.nulls);
  }

  KeyValues or(KeyValues other) {
    if (isAll() || other.isNone()) {
      return this;
    }
    return isNone() || other.isAll()
        ? other
        : new KeyValues(texts.union(other.texts), nulls || other.nulls);
  }

  /** The texts that are not in it; NULL is left out. */
  KeyValues otherTexts() {
    return new KeyValues(texts.complement(), false);
  }

  boolean hasAllTexts() {
    return texts.encloses(Range.all());
  }

  boolean isAll() {
    return nulls && hasAllTexts();
  }

  boolean isNone() {
    return !nulls && texts.isEmpty();
  }

  List<KeyRange> ranges() {
    return texts.asRanges().stream().map(KeyText::range).toList();
  }
}
