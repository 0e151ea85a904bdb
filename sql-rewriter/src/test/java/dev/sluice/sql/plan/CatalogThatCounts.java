package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the tables of a database are listed. */
final class CatalogThatCounts implements Catalog {
  private final Catalog catalog;
  private final AtomicInteger listings = new AtomicInteger();

  CatalogThatCounts(Catalog catalog) {
    this.catalog = catalog;
  }

  int listings() {
    return listings.get();
  }

  @Override
  public List<String> databases() {
    return catalog.databases();
  }

  @Override
  public List<Table> tables(String database) {
    listings.incrementAndGet();
    return catalog.tables(database);
  }

  @Override
  public Optional<Table> table(TableName name) {
    return catalog.table(name);
  }

  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    return catalog.partitions(table, ranges);
  }
}
