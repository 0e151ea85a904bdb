package dev.sluice.standin.redshift;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.glue.lake.LakeFolderCatalog;
import dev.sluice.standin.redshift.lake.DataFile;
import dev.sluice.standin.redshift.lake.ExampleRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables that the stand-in is tested with: those that the golden queries name, with random
 * rows.
 */
final class Lakes {
  static final Path GOLDEN = Repository.ROOT.resolve("tests/src/test/resources/lake");
  private static final int ROWS = 40;
  private static final Set<TableFormat> VIEWS =
      EnumSet.of(TableFormat.VIEW, TableFormat.DEFINER_VIEW);

  private Lakes() {}

  static void load(RedshiftStandIn standIn) {
    Catalog catalog = LakeFolderCatalog.open(GOLDEN);
    try {
      for (String database : catalog.databases()) {
        standIn
            .tables()
            .createSchema(database, database, "arn:aws:iam::123456789012:role/mySpectrumRole");
        for (Table table : catalog.tables(database)) {
          if (table.problem().isEmpty() && !VIEWS.contains(table.storage().format())) {
            // What is deeper than Redshift reads has no rows: it is there to be refused.
            boolean deep = table.columns().stream().anyMatch(Lakes::isDeep);
            standIn.tables().add(database, table, deep ? List.of() : files(catalog, table));
          }
        }
      }
      ExampleRows.load(standIn.tables());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDeep(Column column) {
    return column.type().hive().split("struct<").length > 12;
  }

  private static List<DataFile> files(Catalog catalog, Table table) {
    List<DataFile> files = new ArrayList<>();
    if (!table.isPartitioned()) {
      files.add(file(table, List.of()));
    } else if (catalog.partitions(table, List.of()) instanceof Partitions.Known known) {
      for (Partition partition : known.listed()) {
        files.add(file(table, partition.values()));
      }
    }
    return files;
  }

  private static DataFile file(Table table, List<String> partition) {
    List<Column> columns = table.columns();
    long seed = (table.name() + " " + partition).hashCode();
    String path = table.storage().location() + String.join("/", partition) + "/part-0";
    return new DataFile(
        path,
        1234,
        partition,
        () -> {
          Stream<List<@org.jspecify.annotations.Nullable Object>> rows =
              new RandomRows(seed).rows(columns, ROWS);
          return rows;
        });
  }
}
