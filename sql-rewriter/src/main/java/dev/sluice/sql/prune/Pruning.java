package dev.sluice.sql.prune;

import dev.sluice.Column;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.SplitKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/**
 * What a query needs of the partitioned tables, and what an engine would not see by itself. Belongs
 * to one planning; not shareable between threads.
 */
public final class Pruning {
  /** Whatever the clock shows. */
  private final Needs always;

  /** For the times that the clock may show, if it matters what it shows. */
  private final @Nullable ClockNeeds byClock;

  /** Tables whose split keys are known to be written with all their digits. */
  private final Set<TableName> regular;

  Pruning(Needs always, @Nullable ClockNeeds byClock) {
    this(always, byClock, Set.of());
  }

  private Pruning(Needs always, @Nullable ClockNeeds byClock, Set<TableName> regular) {
    this.always = always;
    this.byClock = byClock;
    this.regular = Set.copyOf(regular);
  }

  /**
   * The same, knowing the partitions: only where each of them writes its year with four digits, and
   * the rest with two, can conditions on the text of a {@link SplitKey} be said of its keys.
   */
  public Pruning confirmed(List<TableScan> scans) {
    Set<TableName> confirmed = new HashSet<>();
    for (TableScan scan : scans) {
      boolean isRegular =
          SplitKey.of(scan.table())
              .filter(split -> scan.partitionsKnown())
              .filter(split -> SplitRanges.areRegular(split, scan))
              .isPresent();
      if (isRegular) {
        confirmed.add(scan.table().name());
      }
    }
    return new Pruning(always, byClock, confirmed);
  }

  /** The ranges of a table over all its uses, one for each key that they narrow. */
  public List<KeyRanges> ranges(Table table) {
    return byClock == null ? lastingRanges(table) : ranges(table, byClock::values);
  }

  /** The ranges that hold whatever the clock shows. */
  private List<KeyRanges> lastingRanges(Table table) {
    return ranges(table, always::values);
  }

  private static List<KeyRanges> ranges(Table table, BiFunction<Table, String, KeyValues> needed) {
    List<KeyRanges> narrowed = new ArrayList<>();
    if (!table.isPartitioned()) {
      return narrowed;
    }
    for (String key : keys(table)) {
      KeyValues values = needed.apply(table, key);
      if (!values.hasAllTexts()) {
        narrowed.add(new KeyRanges(key, ranges(values)));
      }
    }
    return narrowed;
  }

  /** The partition keys, and the one that they say together. */
  private static List<String> keys(Table table) {
    List<String> keys = new ArrayList<>(table.partitionKeys().stream().map(Column::name).toList());
    SplitKey.of(table).ifPresent(split -> keys.add(SplitKey.NAME));
    return keys;
  }

  private static List<KeyRange> ranges(KeyValues values) {
    List<KeyRange> ranges = new ArrayList<>(values.ranges());
    boolean hasNull = ranges.stream().anyMatch(range -> range.contains(TableUse.NULL_VALUE));
    if (values.nulls() && !hasNull) {
      ranges.add(KeyRange.exactly(TableUse.NULL_VALUE));
    }
    return ranges;
  }

  /** Whether it is known, asking none, that all partitions of a table are needed. */
  public boolean selectsAll(Table table) {
    return byClock == null && always.selectsAll(table);
  }

  /**
   * Whether a partition of a table, given by its values in the order of the keys, can hold rows
   * that the query needs.
   */
  public Predicate<List<String>> selector(Table table) {
    return byClock == null ? always.selector(table) : byClock.selector(table);
  }

  /**
   * Whether ranges, or what was not selected, would be other if the clock could show any time.
   *
   * @param leftOut the values of partitions that are within the ranges, and not selected
   */
  public boolean isByClock(Table table, List<List<String>> leftOut) {
    if (byClock == null) {
      return false;
    }
    Predicate<List<String>> lasting = always.selector(table);
    return !ranges(table).equals(lastingRanges(table)) || leftOut.stream().anyMatch(lasting);
  }

  /** Until when a plan may be run whose selection is by the clock. */
  public static Instant holdsUntil(Instant planned) {
    return planned.plus(ClockTimes.HOLDS).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Ranges of a SELECT that not every engine would prune by on reading the user's own WHERE. None
   * is by the clock: a text may be kept longer than what the clock shows.
   */
  public List<HiddenRanges> hidden(SqlSelect select) {
    if (always.uses().isEmpty()) {
      return List.of();
    }
    Map<FromItem.TableItem, List<TableUse>> byItem = new LinkedHashMap<>();
    always.uses().stream()
        .filter(use -> use.select() == select)
        .forEach(use -> byItem.computeIfAbsent(use.item(), item -> new ArrayList<>()).add(use));
    List<HiddenRanges> hidden = new ArrayList<>();
    byItem.forEach(
        (item, reads) -> keys(item.table()).forEach(key -> add(item, key, reads, hidden)));
    hidden.removeIf(one -> one.split().isPresent() && !isSaid(one));
    return hidden;
  }

  /** A key that is NULL makes the whole text NULL, which the keys' own ranges do not say. */
  private boolean isSaid(HiddenRanges split) {
    return regular.contains(split.item().table().name()) && !split.orNull();
  }

  private static void add(
      FromItem.TableItem item, String key, List<TableUse> reads, List<HiddenRanges> hidden) {
    KeyValues values = KeyValues.NONE;
    boolean isVisible = true;
    for (TableUse use : reads) {
      TableUse.Narrowed narrowed = use.narrowed(key);
      values = values.or(narrowed.inWhere());
      isVisible &= narrowed.isVisible();
    }
    if (!isVisible && !values.hasAllTexts() && !values.texts().isEmpty()) {
      hidden.add(new HiddenRanges(item, new KeyRanges(key, values.ranges()), values.nulls()));
    }
  }

  /**
   * The ranges that one use of a table needs.
   *
   * @param ranges of a key, or of a {@link SplitKey}
   * @param orNull whether rows whose key is NULL are needed too
   */
  public record HiddenRanges(FromItem.TableItem item, KeyRanges ranges, boolean orNull) {
    /** The keys that the ranges are split over, if they are. */
    public Optional<SplitKey> split() {
      return ranges.key().equals(SplitKey.NAME) ? SplitKey.of(item.table()) : Optional.empty();
    }
  }
}
