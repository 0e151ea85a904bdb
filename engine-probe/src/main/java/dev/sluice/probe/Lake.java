package dev.sluice.probe;

import dev.sluice.Catalog;
import dev.sluice.InMemoryCatalog;
import dev.sluice.TableName;
import dev.sluice.glue.GlueEntryException;
import dev.sluice.glue.GluePartitions;
import dev.sluice.glue.GlueTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lake that one run writes into S3 and registers in Glue, and no other run touches.
 *
 * @param database of Glue, which is there already
 * @param folder where the files go, {@code s3://BUCKET/PREFIX}, which is this run's alone
 * @param prefix what the names of all its tables begin with
 */
public record Lake(
    String database,
    String folder,
    String prefix,
    List<LakeObject> objects,
    List<LakeTable> tables) {
  private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

  public Lake {
    database = database.toLowerCase(Locale.ROOT);
    objects = List.copyOf(objects);
    tables = List.copyOf(tables);
  }

  public TableName table(String name) {
    return new TableName(database, prefix + name);
  }

  /** The query over this run's tables, whose names stand in braces, as {@code database} may. */
  public String named(String sql) {
    return TABLE
        .matcher(sql.replace("{database}", database))
        .replaceAll(found -> Matcher.quoteReplacement(table(found.group(1)).toString()));
  }

  /** As Glue will show it, without asking Glue. */
  public Catalog catalog() {
    InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
    try {
      for (LakeTable each : tables) {
        dev.sluice.Table table =
            new GlueTables(UnaryOperator.identity()).table(database, each.entry());
        if (!table.isPartitioned()) {
          catalog.table(table);
          continue;
        }
        GluePartitions mapping = new GluePartitions(table, UnaryOperator.identity());
        List<dev.sluice.Partition> partitions = new ArrayList<>();
        for (com.fasterxml.jackson.databind.JsonNode entry : each.partitions()) {
          partitions.add(mapping.partition(entry));
        }
        catalog.table(table, partitions);
      }
    } catch (GlueEntryException e) {
      throw new IllegalStateException(e);
    }
    return catalog.build();
  }

  public long bytes() {
    return objects.stream().mapToLong(LakeObject::bytes).sum();
  }
}
