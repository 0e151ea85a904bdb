package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.ErrorCode;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.GlueEntryException;
import dev.sluice.glue.GluePartitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes databases, tables and partitions of what Glue answers. Safe for use by several threads. */
final class GlueReader implements AutoCloseable {
  private final GlueCalls calls;
  private final String region;

  /**
   * @param region where the catalog is asked
   */
  GlueReader(GlueCalls calls, String region) {
    this.calls = calls;
    this.region = region;
  }

  /** Sorted. */
  List<String> databases() {
    return calls.databases().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  /** Sorted by name. A link whose target the caller may not see is listed as no more than that. */
  List<GlueTable> tables(String database) {
    List<GlueTable> tables = new ArrayList<>();
    for (JsonNode entry : calls.tables(database)) {
      GlueTable listed = entry(database, entry);
      try {
        tables.add(followed(listed));
      } catch (SluiceException e) {
        if (e.code() != ErrorCode.ACCESS_DENIED) {
          throw e;
        }
        tables.add(listed);
      }
    }
    tables.sort(Comparator.comparing(table -> table.table().name()));
    return List.copyOf(tables);
  }

  Optional<GlueTable> table(TableName name) {
    return calls
        .table(new GlueTable.Source(Optional.empty(), name))
        .map(entry -> followed(entry(name.database(), entry)));
  }

  private static GlueTable entry(String database, JsonNode entry) {
    try {
      return GlueTable.of(database, entry);
    } catch (GlueEntryException e) {
      throw unreadable("An entry of database " + database + " " + e.getMessage());
    }
  }

  /**
   * The table that a link leads to, under the link's name; one that leads nowhere stays a link.
   * Glue follows a link by itself, but not one in a linked database, and of one in a linked
   * database it lists no partitions (Lake Formation Developer Guide, "Resource link handling in AWS
   * Glue APIs", GetTable, GetPartitions; looked at 2026-11-27). So the target is always asked for
   * under its own name, and its partitions too.
   */
  private GlueTable followed(GlueTable table) {
    Optional<GlueTable.Source> target = table.link(region);
    Optional<JsonNode> there = target.flatMap(calls::table);
    if (target.isEmpty() || there.isEmpty()) {
      return table;
    }
    try {
      return table.leadingTo(target.get(), there.get());
    } catch (GlueEntryException e) {
      throw unreadable("The table that " + table.table().name() + " links to " + e.getMessage());
    }
  }

  /**
   * The partitions that any of the expressions selects, sorted by their values: the pages of
   * several requests come in no order of their own.
   */
  Partitions partitions(Table table, GlueTable.Source source, List<String> expressions) {
    GluePartitions mapping = new GluePartitions(table, UnaryOperator.identity());
    Map<List<String>, Partition> read = new LinkedHashMap<>();
    for (String expression : expressions) {
      for (JsonNode entry : calls.partitions(source, expression)) {
        try {
          Partition partition = mapping.partition(entry);
          read.put(partition.values(), partition);
        } catch (GlueEntryException e) {
          throw unreadable("A partition of " + table.name() + " " + e.getMessage());
        }
      }
    }
    List<Partition> listed = new ArrayList<>(read.values());
    listed.sort(Comparator.comparing(Partition::values, GlueReader::compareValues));
    boolean all = expressions.equals(List.of(""));
    return new Partitions.Known(
        all ? OptionalLong.of(listed.size()) : OptionalLong.empty(), listed);
  }

  /** What the partition keys are in each partition, sorted. */
  List<List<String>> partitionValues(Table table, GlueTable.Source source) {
    GluePartitions mapping = new GluePartitions(table, UnaryOperator.identity());
    Set<List<String>> read = new HashSet<>();
    for (JsonNode entry : calls.partitionsWithoutColumns(source)) {
      try {
        read.add(mapping.values(entry));
      } catch (GlueEntryException e) {
        throw unreadable("A partition of " + table.name() + " " + e.getMessage());
      }
    }
    return read.stream().sorted(GlueReader::compareValues).toList();
  }

  private static int compareValues(List<String> one, List<String> other) {
    int order = 0;
    for (int i = 0; order == 0 && i < one.size(); i++) {
      order = KeyRanges.compare(one.get(i), other.get(i));
    }
    return order;
  }

  private static SluiceException unreadable(String what) {
    return new SluiceException(ErrorCode.CATALOG_UNREADABLE, what);
  }

  @Override
  public void close() {
    calls.close();
  }
}
