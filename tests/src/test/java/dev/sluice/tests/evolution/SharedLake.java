package dev.sluice.tests.evolution;

import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.ManyRows;
import dev.sluice.matrix.PartitionSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test the same evolved lake, and the same Trino and Spark over it, so that each is
 * made once.
 */
final class SharedLake implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedLake.class);
  private static final Path FOLDER = Path.of("target", "evolution").toAbsolutePath();

  /** The folder of the cases' files. */
  record Lake(Path files) {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TrinoStandIn.class || type == EvolvedSpark.class || type == Lake.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
    Lake lake = store.getOrComputeIfAbsent("lake", key -> lake(), Lake.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == EvolvedSpark.class) {
      return store.getOrComputeIfAbsent(
          "spark", key -> EvolvedSpark.start(lake.files()), EvolvedSpark.class);
    }
    return type == Lake.class
        ? lake
        : store.getOrComputeIfAbsent("trino", key -> trino(lake), TrinoStandIn.class);
  }

  private static Lake lake() {
    try {
      delete(FOLDER);
      Lake lake = new Lake(FOLDER.resolve("lake"));
      EvolvedFiles.write(lake.files());
      for (TypedCsv one : TypedCsv.all()) {
        one.write(lake.files());
      }
      return lake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TrinoStandIn trino(Lake lake) {
    try {
      MetastoreFiles metastore = new MetastoreFiles(FOLDER.resolve("metastore"), lake.files());
      for (Stored stored : Stored.values()) {
        metastore.database(stored.database());
        for (EvolutionCase one : Cases.all()) {
          for (PartitionSchema schema : PartitionSchema.values()) {
            metastore.table(EvolvedTable.of(stored, stored.files().of(one), schema));
          }
        }
      }
      for (Recorded one : Recorded.all(lake.files(), EnumSet.allOf(Stored.class))) {
        metastore.table(one.table(PartitionSchema.FRESH));
        metastore.table(one.table(PartitionSchema.STALE));
      }
      for (RandomTables.Read one : RandomTables.all(EnumSet.allOf(Stored.class))) {
        metastore.table(one.table());
      }
      for (TypedCsv one : TypedCsv.all()) {
        metastore.table(one.table());
      }
      for (EvolutionCase one : ManyRows.all()) {
        tables(metastore, Stored.PARQUET_BY_NAME, one);
        tables(metastore, Stored.ORC_BY_NAME, one);
      }
      metastore.database(ProjectedTable.DATABASE);
      for (ProjectedTable one : ProjectedTable.all()) {
        metastore.projected(one);
      }
      return TrinoStandIn.start(FOLDER, "hive.avro.none_fresh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void tables(MetastoreFiles metastore, Stored stored, EvolutionCase one)
      throws IOException {
    for (PartitionSchema schema : Findings.OF_OLDER_FILES) {
      metastore.table(EvolvedTable.of(stored, stored.files().of(one), schema));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : all) {
          Files.delete(file);
        }
      }
    }
  }
}
