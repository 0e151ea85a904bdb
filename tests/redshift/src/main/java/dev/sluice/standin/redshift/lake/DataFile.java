package dev.sluice.standin.redshift.lake;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of an external table.
 *
 * @param path what {@code "$path"} shows
 * @param bytes what {@code "$size"} shows
 * @param partition the values of the partition keys; {@code __HIVE_DEFAULT_PARTITION__} is NULL
 * @param rows a value for each column of the table, without the partition keys. A value is a
 *     String, Boolean, Number, LocalDate, LocalDateTime or Instant (shown in UTC), byte[], List,
 *     Map, {@link dev.sluice.StructValue} of the type's fields, or null.
 */
public record DataFile(
    String path,
    long bytes,
    List<String> partition,
    Supplier<Stream<List<@Nullable Object>>> rows) {
  public DataFile {
    partition = List.copyOf(partition);
  }
}
