package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares schemas by name, letters' case ignored, at any depth. */
public final class SchemaDrift {
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaDrift() {}

  /**
   * The changes that lead from a partition's columns to the table's, in the table's order, what was
   * removed after the rest of its level. Empty when both read the same.
   */
  public static List<SchemaChange> between(List<Column> table, List<Column> partition) {
    SchemaDrift drift = new SchemaDrift();
    drift.compare(SchemaLevel.COLUMNS, "", ofColumns(table), ofColumns(partition));
    return List.copyOf(drift.changes);
  }

  /**
   * The disagreements of some partitions with the table, with the number of partitions that show
   * each, ordered by path. Equal column lists are compared once.
   */
  public static List<Drift> across(List<Column> table, Iterable<Partition> partitions) {
    PartitionDrift drift = new PartitionDrift(table);
    partitions.forEach(partition -> drift.add(partition.columns()));
    return drift.counted();
  }

  private void compare(
      SchemaLevel level, String parent, List<Member> table, List<Member> partition) {
    Map<String, Member> older = byName(partition);
    Map<String, Member> newer = byName(table);
    List<String> common = newer.keySet().stream().filter(older::containsKey).toList();
    Set<String> moved =
        MovedNames.between(common, older.keySet().stream().filter(newer::containsKey).toList());
    int left = common.size();
    for (Member member : newer.values()) {
      String path = parent + member.name();
      Member before = older.get(member.name());
      if (before == null) {
        add(level.added(left == 0), path);
        continue;
      }
      left--;
      if (moved.contains(member.name())) {
        add(level.reordered(), path);
      }
      compareTypes(path, member.type(), before.type());
    }
    older.keySet().stream()
        .filter(name -> !newer.containsKey(name))
        .forEach(name -> add(level.removed(), parent + name));
  }

  private void compareTypes(String path, DataType table, DataType partition) {
    if (table instanceof DataType.Struct newer && partition instanceof DataType.Struct older) {
      compare(SchemaLevel.FIELDS, path + ".", ofFields(newer), ofFields(older));
    } else if (table instanceof DataType.Array newer && partition instanceof DataType.Array older) {
      compareTypes(path + ".element", newer.element(), older.element());
    } else if (table instanceof DataType.MapOf newer && partition instanceof DataType.MapOf older) {
      compareTypes(path + ".key", newer.key(), older.key());
      compareTypes(path + ".value", newer.value(), older.value());
    } else if (!table.hive().equalsIgnoreCase(partition.hive())) {
      boolean widened = Widening.leadsFrom(partition, table);
      add(widened ? DriftChange.TYPE_WIDENED : DriftChange.TYPE_CHANGED, path);
    }
  }

  private void add(DriftChange change, String path) {
    changes.add(new SchemaChange(change, path));
  }

  /** A column or a field. */
  private record Member(String name, DataType type) {
    Member {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  private static List<Member> ofColumns(List<Column> columns) {
    return columns.stream().map(column -> new Member(column.name(), column.type())).toList();
  }

  private static List<Member> ofFields(DataType.Struct struct) {
    return struct.fields().stream().map(field -> new Member(field.name(), field.type())).toList();
  }

  /** In the members' order; of two with one name the first, as readers do. */
  private static Map<String, Member> byName(List<Member> members) {
    return members.stream()
        .collect(
            Collectors.toMap(
                Member::name, member -> member, (first, second) -> first, LinkedHashMap::new));
  }
}
