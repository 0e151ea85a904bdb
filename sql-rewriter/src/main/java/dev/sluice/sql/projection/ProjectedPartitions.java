package dev.sluice.sql.projection;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ErrorCode;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.PartitionProjection;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a table that Athena computes, those within the ranges that a query needs of its
 * keys. Each has the table's own columns and storage.
 *
 * @param unknown why they cannot be computed; null if they are
 * @param total how many there are in all, with those that no range holds; empty when nobody knows
 * @param values of those within the ranges, made one by one as they are asked for
 * @param nextChange when the table has other partitions than now; null for never
 */
public record ProjectedPartitions(
    @Nullable String unknown,
    OptionalLong total,
    List<List<String>> values,
    @Nullable Instant nextChange) {
  /** More partitions than this within the ranges are not gone through. */
  private static final long MOST_PARTITIONS = 250_000;

  /**
   * How much longer a plan may be run: a query that is planned just before the change is run after
   * it. It then reads what it would have read when it was planned.
   */
  private static final Duration LATER = Duration.ofMinutes(15);

  public static ProjectedPartitions of(Table table, List<KeyRanges> ranges, Instant now) {
    Optional<String> invalid = Projection.invalid(table);
    if (invalid.isPresent()) {
      return unknown(invalid.get());
    }
    try {
      return compute(table, ranges, now);
    } catch (NotComputedException e) {
      return unknown(String.valueOf(e.getMessage()));
    }
  }

  /**
   * All partitions of a table: those that Athena computes where it does, and does not look at the
   * registered ones; else those that the catalog lists.
   *
   * @throws SluiceException with {@link ErrorCode#TABLE_UNREADABLE} where Athena fails at every
   *     query, for the projection lacks something
   */
  public static Partitions all(Catalog catalog, Table table, Instant now) {
    if (table.projection().isEmpty()) {
      return catalog.partitions(table, List.of());
    }
    Optional<String> invalid = Projection.invalid(table);
    if (invalid.isPresent()) {
      throw new SluiceException(
          ErrorCode.TABLE_UNREADABLE,
          "The partitions cannot be computed (partition projection): " + invalid.get());
    }
    return of(table, List.of(), now).selected(table, values -> true);
  }

  /** Until when a plan may be run whose partitions are others from some time on. */
  public static Instant holdsUntil(Instant nextChange) {
    return nextChange.plus(LATER).truncatedTo(ChronoUnit.SECONDS);
  }

  private static ProjectedPartitions unknown(String why) {
    return new ProjectedPartitions(why, OptionalLong.empty(), List.of(), null);
  }

  private static ProjectedPartitions compute(Table table, List<KeyRanges> ranges, Instant now)
      throws NotComputedException {
    PartitionProjection projection = table.projection().orElseThrow();
    List<List<String>> byKey = new ArrayList<>();
    OptionalLong total = OptionalLong.of(1);
    long within = 1;
    Instant nextChange = null;
    for (Column column : table.partitionKeys()) {
      String name = column.name();
      ProjectedKey key = Projection.key(projection, name, ranges);
      Optional<KeyRanges> needed = Projection.of(ranges, name);
      List<String> values;
      try {
        values = key.values(now, value -> needed.isEmpty() || needed.get().contains(value));
      } catch (NotComputedException e) {
        throw new NotComputedException("Of key " + name + " " + e.getMessage());
      }
      byKey.add(values);
      within = times(within, values.size());
      total = times(total, key.count(now));
      nextChange = sooner(nextChange, key.nextChange(now));
    }
    if (within > MOST_PARTITIONS) {
      throw new NotComputedException(
          "%,d partitions are needed, and more than %,d are not computed"
              .formatted(within, MOST_PARTITIONS));
    }
    return new ProjectedPartitions(null, total, new Product(byKey, (int) within), nextChange);
  }

  private static long times(long count, long more) {
    return more != 0 && count > Long.MAX_VALUE / more ? Long.MAX_VALUE : count * more;
  }

  private static OptionalLong times(OptionalLong count, OptionalLong more) {
    return count.isPresent() && more.isPresent()
        ? OptionalLong.of(times(count.getAsLong(), more.getAsLong()))
        : OptionalLong.empty();
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  /** Those that are selected by their values; not known where it cannot be told where they are. */
  public Partitions selected(Table table, Predicate<List<String>> selector) {
    if (unknown != null) {
      return new Partitions.Unknown(unknown);
    }
    List<Partition> selected = new ArrayList<>();
    try {
      for (List<String> one : values) {
        if (selector.test(one)) {
          selected.add(partition(table, one));
        }
      }
    } catch (NotComputedException e) {
      return new Partitions.Unknown(String.valueOf(e.getMessage()));
    }
    return new Partitions.Known(total, selected);
  }

  private static Partition partition(Table table, List<String> values) throws NotComputedException {
    Optional<LocationTemplate> template = LocationTemplate.of(table.projection().orElseThrow());
    Storage own = table.storage();
    String location =
        template.isPresent()
            ? template.get().location(byName(table, values))
            : HiveFolder.of(own.location(), table.partitionKeys(), values);
    Storage storage =
        new Storage(
            own.format(),
            location,
            own.inputFormat(),
            own.serde(),
            own.parameters(),
            own.declaredMapping());
    return new Partition(values, table.columns(), storage, Map.of());
  }

  private static Map<String, String> byName(Table table, List<String> values) {
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      byName.put(table.partitionKeys().get(i).name(), values.get(i));
    }
    return byName;
  }

  /** Every combination, the last key's values changing first. */
  private static final class Product extends AbstractList<List<String>> {
    private final List<List<String>> byKey;
    private final int size;

    Product(List<List<String>> byKey, int size) {
      this.byKey = byKey;
      this.size = size;
    }

    @Override
    public List<String> get(int index) {
      String[] values = new String[byKey.size()];
      int rest = index;
      for (int i = values.length - 1; i >= 0; i--) {
        List<String> choice = byKey.get(i);
        values[i] = choice.get(rest % choice.size());
        rest /= choice.size();
      }
      return List.of(values);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
