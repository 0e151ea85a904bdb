package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A catalog that could be written, which planning never does.
 *
 * @param takes the beginning of the locations that it takes
 */
record WritableCatalog(Catalog catalog, String takes) implements Catalog {
  @Override
  public List<String> databases() {
    return catalog.databases();
  }

  @Override
  public List<Table> tables(String database) {
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

  @Override
  public Optional<TableWriter> writer() {
    return Optional.of(new Unused());
  }

  private final class Unused implements TableWriter {
    @Override
    public boolean takes(String location) {
      return location.startsWith(takes);
    }

    @Override
    public boolean create(Table table) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean changeParameters(
        TableName table, UnaryOperator<Optional<Map<String, String>>> change) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void publish(Table table, List<Partition> partitions) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void drop(TableName table, Set<List<String>> partitions) {
      throw new UnsupportedOperationException();
    }
  }
}
