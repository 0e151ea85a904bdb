package dev.sluice.spectrum;

import dev.sluice.spi.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which external schema of Redshift shows which Glue database: settings {@code schemas.DATABASE}.
 *
 * @param byDatabase the schema of each database that has a setting; databases in lower case
 */
public record ExternalSchemas(Map<String, String> byDatabase) {
  public static final String KEY = "schemas.DATABASE";
  private static final String PREFIX = "schemas.";

  public ExternalSchemas {
    byDatabase = Map.copyOf(byDatabase);
  }

  /**
   * @throws dev.sluice.SluiceException for a setting that is unknown or makes no sense
   */
  public static ExternalSchemas of(Map<String, String> settings) {
    Map<String, String> schemas = new HashMap<>();
    Set<String> taken = new TreeSet<>();
    new TreeMap<>(settings)
        .forEach(
            (key, schema) -> {
              if (!key.startsWith(PREFIX)) {
                return;
              }
              String database = key.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
              if (schema.isBlank()) {
                throw Settings.invalid(SpectrumSettings.SPECTRUM, key, "names no schema");
              }
              // An external schema shows one database, so one of the two would read the other's.
              if (!taken.add(schema.toLowerCase(Locale.ROOT))) {
                throw Settings.invalid(
                    SpectrumSettings.SPECTRUM,
                    key,
                    "names schema " + schema + ", which is another database's");
              }
              if (schemas.put(database, schema) != null) {
                throw Settings.invalid(SpectrumSettings.SPECTRUM, key, "stands there twice");
              }
            });
    return new ExternalSchemas(schemas);
  }

  /** The schema that a setting names for a database. */
  public Optional<String> named(String database) {
    return Optional.ofNullable(byDatabase.get(database));
  }

  /** The schema of a database: its own name where nothing else is set. */
  public String of(String database) {
    return byDatabase.getOrDefault(database, database);
  }
}
