package dev.sluice;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a table or of a partition lie and how they are read.
 *
 * @param location {@code s3://…}, an absolute path, or a path relative to the lake; null for a view
 * @param inputFormat the Hive input format's class name, null when the catalog has none
 * @param serde the serialisation library's class name, null when the catalog has none
 * @param parameters the SerDe's parameters over the storage descriptor's; keys as the catalog has
 *     them
 * @param declaredMapping by name or by position where the table or partition says so itself, null
 *     where each engine follows its own default
 */
public record Storage(
    TableFormat format,
    @Nullable String location,
    @Nullable String inputFormat,
    @Nullable String serde,
    Map<String, String> parameters,
    @Nullable ColumnMapping declaredMapping) {
  public Storage {
    parameters = Map.copyOf(parameters);
  }

  public static Storage of(TableFormat format, String location) {
    return new Storage(format, location, null, null, Map.of(), null);
  }

  /** The value of a parameter, if the catalog has it. */
  public Optional<String> parameter(String key) {
    return Optional.ofNullable(parameters.get(key));
  }
}
