package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.glue.lake.TableListing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a table.
 *
 * @param table the table's own entry, which may stay as it is
 */
record TableChange(EntryChange table, List<EntryChange> partitions) {
  TableChange {
    partitions = List.copyOf(partitions);
  }

  boolean isNone() {
    return partitions.isEmpty() && !changesTable();
  }

  boolean changesTable() {
    return !Objects.equals(table.before(), table.after());
  }

  GlueTable.Source source() {
    return sourceOf(entry());
  }

  /** Where a table is, as its own entry has it. */
  static GlueTable.Source sourceOf(ObjectNode entry) {
    return new GlueTable.Source(
        Optional.ofNullable(entry.path("CatalogId").textValue()),
        new TableListing(entry, List.of()).name());
  }

  ObjectNode entry() {
    return Objects.requireNonNull(table.before());
  }

  TableChange reversed() {
    return new TableChange(
        table.reversed(), partitions.stream().map(EntryChange::reversed).toList());
  }

  TableListing before() {
    return listing(EntryChange::before);
  }

  TableListing after() {
    return listing(EntryChange::after);
  }

  private TableListing listing(Function<EntryChange, @Nullable ObjectNode> side) {
    return new TableListing(
        Objects.requireNonNull(side.apply(table)),
        partitions.stream().map(side).filter(Objects::nonNull).toList());
  }
}
