package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.List;
import java.util.Optional;

/** Fails in a way that no catalog should. */
record CatalogThatFails(RuntimeException failure) implements Catalog {
  @Override
  public List<String> databases() {
    throw failure;
  }

  @Override
  public List<Table> tables(String database) {
    throw failure;
  }

  @Override
  public Optional<Table> table(TableName name) {
    throw failure;
  }

  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    throw failure;
  }
}
