package dev.sluice.glue.live;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters for GetPartitions that narrow a table's partitions to ranges. A filter holds at most
 * 2,048 bytes, and keys of the types that it takes (Glue Web API Reference, GetPartitions,
 * Expression; looked at 2026-11-27); the caller filters once more, so whatever cannot be said is
 * left out.
 *
 * <p>How Glue orders texts is not documented. Trino, whose order is by bytes, sends it the same
 * comparisons (GlueExpressionUtil of Trino 411); here they go only with bounds of plain characters.
 */
final class PartitionExpressions {
  static final int MAX_BYTES = 2048;

  /** Rather than more requests than these, one that asks for too much. */
  private static final int MAX_REQUESTS = 8;

  private PartitionExpressions() {}

  /**
   * Filters that together select the partitions within {@code ranges}, some of them perhaps twice.
   * An empty text selects all; no filter at all says that nothing is selected.
   */
  static List<String> of(Table table, List<KeyRanges> ranges) {
    List<KeyRanges> said = new ArrayList<>();
    for (KeyRanges each : ranges) {
      if (each.ranges().isEmpty()) {
        return List.of();
      }
      if (isSayable(table, each)) {
        said.add(each);
      }
    }
    return within(said).or(() -> divided(said)).or(() -> within(hulls(said))).orElse(List.of(""));
  }

  private static Optional<List<String>> within(List<KeyRanges> ranges) {
    String text = text(ranges);
    return bytes(text) <= MAX_BYTES ? Optional.of(List.of(text)) : Optional.empty();
  }

  /** Several filters, each with some of the ranges of the key that has the most. */
  private static Optional<List<String>> divided(List<KeyRanges> ranges) {
    KeyRanges longest =
        ranges.stream().max(Comparator.comparingInt(each -> each.ranges().size())).orElseThrow();
    List<String> texts = new ArrayList<>();
    List<KeyRange> taken = new ArrayList<>();
    for (KeyRange range : longest.ranges()) {
      taken.add(range);
      if (bytes(text(replaced(ranges, longest, taken))) > MAX_BYTES) {
        taken.remove(taken.size() - 1);
        if (taken.isEmpty() || texts.size() + 1 == MAX_REQUESTS) {
          return Optional.empty();
        }
        texts.add(text(replaced(ranges, longest, taken)));
        taken.clear();
        taken.add(range);
      }
    }
    texts.add(text(replaced(ranges, longest, taken)));
    boolean fits = texts.stream().allMatch(text -> bytes(text) <= MAX_BYTES);
    return fits ? Optional.of(texts) : Optional.empty();
  }

  private static List<KeyRanges> replaced(
      List<KeyRanges> ranges, KeyRanges old, List<KeyRange> some) {
    return ranges.stream()
        .map(each -> each == old ? new KeyRanges(old.key(), some) : each)
        .toList();
  }

  private static List<KeyRanges> hulls(List<KeyRanges> ranges) {
    return ranges.stream()
        .map(PartitionExpressions::hull)
        .filter(hull -> hull.ranges().stream().noneMatch(PartitionExpressions::isUnbounded))
        .toList();
  }

  /** From the least bound to the greatest. */
  private static KeyRanges hull(KeyRanges ranges) {
    KeyRange first = ranges.ranges().get(0);
    String lower = first.lower();
    String upper = first.upper();
    for (KeyRange each : ranges.ranges()) {
      lower = outer(lower, each.lower(), -1);
      upper = outer(upper, each.upper(), 1);
    }
    return new KeyRanges(ranges.key(), List.of(new KeyRange(lower, true, upper, true)));
  }

  private static @Nullable String outer(@Nullable String one, @Nullable String other, int sign) {
    if (one == null || other == null) {
      return null;
    }
    return KeyRanges.compare(one, other) * sign > 0 ? one : other;
  }

  private static boolean isSayable(Table table, KeyRanges ranges) {
    return ranges.key().matches("[a-z_][a-z0-9_]*")
        && table.partitionKeys().stream().anyMatch(key -> isText(key, ranges.key()))
        && ranges.ranges().stream().noneMatch(PartitionExpressions::isUnbounded)
        && ranges.ranges().stream().allMatch(PartitionExpressions::isPlain);
  }

  private static boolean isUnbounded(KeyRange range) {
    return range.lower() == null && range.upper() == null;
  }

  private static boolean isText(Column key, String name) {
    return key.name().equals(name) && key.type().equals(DataType.Primitive.STRING);
  }

  /** How other characters are quoted and ordered there is not documented. */
  private static boolean isPlain(KeyRange range) {
    return isPlain(range.lower()) && isPlain(range.upper());
  }

  private static boolean isPlain(@Nullable String bound) {
    return bound == null || bound.matches("[0-9A-Za-z_.:/ -]*");
  }

  private static String text(List<KeyRanges> ranges) {
    return ranges.stream().map(PartitionExpressions::text).collect(Collectors.joining(" AND "));
  }

  private static String text(KeyRanges ranges) {
    List<String> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (KeyRange range : ranges.ranges()) {
      if (range.lower() != null && range.equals(KeyRange.exactly(range.lower()))) {
        values.add("'" + range.lower() + "'");
      } else {
        texts.add(text(ranges.key(), range));
      }
    }
    if (!values.isEmpty()) {
      texts.add(0, ranges.key() + " IN (" + String.join(", ", values) + ")");
    }
    return texts.size() == 1 ? texts.get(0) : "(" + String.join(" OR ", texts) + ")";
  }

  private static String text(String key, KeyRange range) {
    List<String> bounds = new ArrayList<>();
    if (range.lower() != null) {
      bounds.add(key + (range.lowerInclusive() ? " >= '" : " > '") + range.lower() + "'");
    }
    if (range.upper() != null) {
      bounds.add(key + (range.upperInclusive() ? " <= '" : " < '") + range.upper() + "'");
    }
    return bounds.size() == 1 ? bounds.get(0) : "(" + String.join(" AND ", bounds) + ")";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
