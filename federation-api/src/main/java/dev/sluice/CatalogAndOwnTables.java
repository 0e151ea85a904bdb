package dev.sluice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The catalog, and beside it the tables that engines keep themselves. A database of the catalog
 * hides an engine's schema of the same name.
 */
final class CatalogAndOwnTables implements Catalog {
  private final Catalog catalog;
  private final List<Supplier<Catalog>> own;

  /**
   * @param views are asked each time
   */
  CatalogAndOwnTables(Catalog catalog, Collection<EngineView> views) {
    this.catalog = catalog;
    List<Supplier<Catalog>> suppliers = new ArrayList<>();
    views.forEach(view -> suppliers.add(view::ownTables));
    this.own = List.copyOf(suppliers);
  }

  /** The catalog, without the engines' own tables. */
  Catalog shared() {
    return catalog;
  }

  /** An engine that cannot be asked now adds none, and {@link #unlisted()} says so. */
  private Stream<Catalog> reachable() {
    List<Catalog> reachable = new ArrayList<>();
    for (Supplier<Catalog> each : own) {
      try {
        reachable.add(each.get());
      } catch (SluiceException e) {
        // Said by unlisted.
      }
    }
    return reachable.stream();
  }

  @Override
  public Optional<String> unlisted() {
    for (Supplier<Catalog> each : own) {
      try {
        Catalog asked = each.get();
        Optional<String> unlisted = asked.unlisted();
        if (unlisted.isPresent()) {
          return unlisted;
        }
      } catch (SluiceException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return catalog.unlisted();
  }

  @Override
  public List<String> databases() {
    return Stream.concat(
            catalog.databases().stream(), reachable().flatMap(each -> each.databases().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<Table> tables(String database) {
    return catalog.databases().contains(database)
        ? catalog.tables(database)
        : reachable().flatMap(each -> each.tables(database).stream()).toList();
  }

  @Override
  public Optional<Table> table(TableName name) {
    Optional<Table> found = catalog.table(name);
    if (found.isPresent() || catalog.databases().contains(name.database())) {
      return found;
    }
    return reachable().flatMap(each -> each.table(name).stream()).findFirst();
  }

  @Override
  public List<Table> twins(TableName source) {
    return catalog.twins(source);
  }

  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    return catalog.partitions(table, ranges);
  }

  @Override
  public List<List<String>> partitionValues(Table table) {
    return catalog.partitionValues(table);
  }

  @Override
  public Optional<Instant> readAt(Table table) {
    return catalog.readAt(table);
  }

  @Override
  public Optional<EditableCatalog> editable(Path keep) {
    return catalog.editable(keep);
  }

  @Override
  public Optional<TableWriter> writer() {
    return catalog.writer();
  }

  @Override
  public void close() {
    catalog.close();
  }
}
