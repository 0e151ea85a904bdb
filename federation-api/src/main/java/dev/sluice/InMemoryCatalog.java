package dev.sluice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** A catalog handed in as values: for embedding and tests. Immutable once built. */
public final class InMemoryCatalog implements Catalog {
  /** Without a table. */
  public static final InMemoryCatalog EMPTY = builder().build();

  private final SortedMap<TableName, Table> tables;
  private final Map<TableName, List<Partition>> partitions;

  private InMemoryCatalog(Builder builder) {
    this.tables = new TreeMap<>(builder.tables);
    this.partitions = Map.copyOf(builder.partitions);
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public List<String> databases() {
    return tables.keySet().stream().map(TableName::database).distinct().toList();
  }

  @Override
  public List<Table> tables(String database) {
    return tables.values().stream()
        .filter(table -> table.name().database().equals(database))
        .toList();
  }

  @Override
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    List<Partition> listed = partitions.get(table.name());
    return listed == null
        ? new Partitions.Unknown("No partitions were given for " + table.name())
        : new Partitions.Known(OptionalLong.of(listed.size()), listed);
  }

  /** Not shareable between threads. */
  public static final class Builder {
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Map<TableName, List<Partition>> partitions = new HashMap<>();

    private Builder() {}

    /** Adds a table whose partitions, if it has any, are not known. */
    public Builder table(Table table) {
      tables.put(table.name(), table);
      return this;
    }

    /** Adds a table and all its partitions. */
    public Builder table(Table table, List<Partition> all) {
      partitions.put(table.name(), List.copyOf(new ArrayList<>(all)));
      return table(table);
    }

    public InMemoryCatalog build() {
      return new InMemoryCatalog(this);
    }
  }
}
