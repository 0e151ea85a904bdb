package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Partition;
import dev.sluice.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types and values of the catalog that cannot be understood. */
final class TypeFindings {
  private TypeFindings() {}

  static List<Finding> of(Table table, List<Partition> partitions) {
    List<Finding> findings = new ArrayList<>();
    unsupported(table.allColumns())
        .forEach((path, type) -> findings.add(type(table, path, type, List.of())));
    findings.addAll(ofPartitions(table, partitions));
    findings.addAll(values(table, partitions));
    return findings;
  }

  /** Those that only partitions have. */
  private static List<Finding> ofPartitions(Table table, List<Partition> partitions) {
    Map<List<Column>, Map<String, DataType.Unsupported>> known = new IdentityHashMap<>();
    Map<String, DataType.Unsupported> ofTable = unsupported(table.columns());
    Map<String, DataType.Unsupported> types = new LinkedHashMap<>();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < partitions.size(); i++) {
      int place = i;
      known
          .computeIfAbsent(partitions.get(i).columns(), TypeFindings::unsupported)
          .forEach(
              (path, type) -> {
                if (!ofTable.containsKey(path)) {
                  types.put(path, type);
                  places.computeIfAbsent(path, fresh -> new ArrayList<>()).add(place);
                }
              });
    }
    List<Finding> findings = new ArrayList<>();
    types.forEach(
        (path, type) ->
            findings.add(
                type(table, path, type, PartitionRange.of(places.getOrDefault(path, List.of())))));
    return findings;
  }

  private static Finding type(
      Table table, String path, DataType.Unsupported type, List<PartitionRange> where) {
    return new Finding(
        Finding.Kind.TYPE_NOT_UNDERSTOOD,
        table.name() + "." + path,
        "%s is of type '%s': %s".formatted(path, shortened(type.text()), type.reason()),
        where);
  }

  private static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }

  private static Map<String, DataType.Unsupported> unsupported(List<Column> columns) {
    Map<String, DataType.Unsupported> found = new LinkedHashMap<>();
    columns.forEach(column -> collect(column.name(), column.type(), found));
    return found;
  }

  private static void collect(String path, DataType type, Map<String, DataType.Unsupported> found) {
    if (type instanceof DataType.Unsupported unsupported) {
      found.put(path, unsupported);
    } else if (type instanceof DataType.Struct struct) {
      struct.fields().forEach(field -> collect(path + "." + field.name(), field.type(), found));
    } else if (type instanceof DataType.Array array) {
      collect(path + ".element", array.element(), found);
    } else if (type instanceof DataType.MapOf map) {
      collect(path + ".key", map.key(), found);
      collect(path + ".value", map.value(), found);
    }
  }

  private static List<Finding> values(Table table, List<Partition> partitions) {
    List<Finding> findings = new ArrayList<>();
    for (int key = 0; key < table.partitionKeys().size(); key++) {
      Column column = table.partitionKeys().get(key);
      for (int i = 0; i < partitions.size(); i++) {
        String value = partitions.get(i).values().get(key);
        if (!KeyValues.fits(column.type(), value)) {
          findings.add(
              new Finding(
                  Finding.Kind.VALUE_DOES_NOT_FIT,
                  Names.of(table, partitions.get(i).values()),
                  "'%s' is no %s, which %s is".formatted(value, column.type(), column.name()),
                  List.of(new PartitionRange(i, i))));
        }
      }
    }
    return findings;
  }
}
