package dev.sluice.standin.redshift.lake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The external schemas and their tables. Shareable between threads. */
public final class StandInCatalog {
  private final Map<String, Map<String, ExternalTable>> schemas = new ConcurrentHashMap<>();

  void addSchema(String schema) {
    schemas.putIfAbsent(schema, new ConcurrentHashMap<>());
  }

  void add(ExternalTable table) {
    Map<String, ExternalTable> tables = schemas.get(table.schema());
    if (tables == null) {
      throw new IllegalStateException("No external schema " + table.schema());
    }
    tables.put(table.name(), table);
  }

  public Optional<ExternalTable> table(String schema, String name) {
    return Optional.ofNullable(schemas.getOrDefault(schema, Map.of()).get(name));
  }

  public Set<String> schemas() {
    return Set.copyOf(schemas.keySet());
  }

  /** The tables of a schema by name, sorted. */
  Map<String, ExternalTable> tables(String schema) {
    return new TreeMap<>(schemas.getOrDefault(schema, Map.of()));
  }
}
