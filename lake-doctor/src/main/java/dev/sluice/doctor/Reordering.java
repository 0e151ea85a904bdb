package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DriftChange;
import dev.sluice.Table;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds a struct whose fields engines read when they stand in the order of older partitions. */
final class Reordering {
  private Reordering() {}

  /** The first column that this cures without harm. */
  static Optional<Cure> of(Evolution evolution, Patient patient) {
    List<List<Met>> before = Effects.of(evolution, patient);
    for (Met met : before.stream().flatMap(List::stream).distinct().toList()) {
      if (met.change().change() == DriftChange.FIELD_ADDED_IN_MIDDLE
          || met.change().change() == DriftChange.FIELDS_REORDERED) {
        Optional<Cure> cure = of(evolution, patient, before, met);
        if (cure.isPresent()) {
          return cure;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Cure> of(
      Evolution evolution, Patient patient, List<List<Met>> before, Met met) {
    String name = met.change().column();
    List<Integer> showing =
        IntStream.range(0, before.size()).filter(i -> before.get(i).contains(met)).boxed().toList();
    Optional<DataType> older = older(patient.parts().get(showing.get(0)), name);
    Optional<DataType> newer = type(patient.table().columns(), name);
    if (older.isEmpty() || newer.isEmpty()) {
      return Optional.empty();
    }
    DataType fitting = inOrder(newer.get(), older.get());
    Patient after = reordered(patient, name, fitting);
    Effects effects = new Effects(evolution, before, Effects.of(evolution, after));
    boolean helps = showing.stream().anyMatch(part -> !effects.helped(part).isEmpty());
    boolean harms =
        IntStream.range(0, before.size()).anyMatch(part -> !effects.harmed(part).isEmpty());
    return helps && !harms
        ? Optional.of(
            new Cure.ReorderFields(
                patient.table().name(),
                name,
                newer.get(),
                fitting,
                PartitionRange.of(showing),
                effects.over(showing)))
        : Optional.empty();
  }

  private static Optional<DataType> older(Part part, String column) {
    List<Column> columns =
        part.written().isEmpty() ? part.partition().columns() : part.written().get(0).columns();
    return type(columns, column);
  }

  private static Optional<DataType> type(List<Column> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(Column::type)
        .findFirst();
  }

  /** Partitions that are in step with the table stay so. */
  private static Patient reordered(Patient patient, String name, DataType type) {
    List<Column> old = patient.table().columns();
    List<Column> columns =
        old.stream()
            .map(each -> each.name().equals(name) ? new Column(name, type, each.comment()) : each)
            .toList();
    Table table = withColumns(patient.table(), columns);
    List<Part> parts =
        patient.parts().stream()
            .map(
                part ->
                    part.partition().columns().equals(old)
                        ? part.with(Parts.synced(part.partition(), table), part.written())
                        : part)
            .toList();
    return new Patient(table, parts);
  }

  private static Table withColumns(Table table, List<Column> columns) {
    return Table.builder(table.name())
        .columns(columns)
        .partitionKeys(table.partitionKeys())
        .storage(table.storage())
        .parameters(table.parameters())
        .build();
  }

  /** The newer type with the older one's fields first, in their order, at any depth. */
  static DataType inOrder(DataType newer, DataType older) {
    if (newer instanceof DataType.Struct fresh && older instanceof DataType.Struct old) {
      return new DataType.Struct(fields(fresh, old));
    } else if (newer instanceof DataType.Array fresh && older instanceof DataType.Array old) {
      return new DataType.Array(inOrder(fresh.element(), old.element()));
    } else if (newer instanceof DataType.MapOf fresh && older instanceof DataType.MapOf old) {
      return new DataType.MapOf(fresh.key(), inOrder(fresh.value(), old.value()));
    }
    return newer;
  }

  private static List<DataType.Field> fields(DataType.Struct newer, DataType.Struct older) {
    Map<String, DataType> left = new LinkedHashMap<>();
    newer.fields().forEach(field -> left.putIfAbsent(field.name(), field.type()));
    List<DataType.Field> fields = new ArrayList<>();
    for (DataType.Field field : older.fields()) {
      DataType type = left.remove(field.name());
      if (type != null) {
        fields.add(new DataType.Field(field.name(), inOrder(type, field.type())));
      }
    }
    left.forEach((name, type) -> fields.add(new DataType.Field(name, type)));
    return fields;
  }
}
