package dev.sluice.conversion;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ConvertedTable;
import dev.sluice.Converter;
import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Progress;
import dev.sluice.RowShape;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.conversion.ConversionPlan.Part;
import dev.sluice.conversion.ConversionPlan.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what an order comes to. Not shareable between threads. */
final class ConversionPlanning {
  private final Sluice sluice;
  private final Converter converter;
  private final Folders folders;
  private final ConversionOrder order;
  private final RunListener listener;

  ConversionPlanning(
      Sluice sluice,
      Converter converter,
      Folders folders,
      ConversionOrder order,
      RunListener listener) {
    this.sluice = sluice;
    this.converter = converter;
    this.folders = folders;
    this.order = order;
    this.listener = listener;
  }

  ConversionPlan plan() {
    Table source = source();
    Optional<Table> known = known();
    Selection selection = new Selection(sluice, source, order.where());
    TableScan scan = selection.scan();
    List<Part> parts = parts(source, scan, known.orElse(null));
    List<Part> due = parts.stream().filter(part -> part.state() != State.FRESH).toList();
    SourceColumns columns = new SourceColumns(source);
    List<String> losses = new ArrayList<>();
    if (!due.isEmpty()) {
      losses.addAll(selection.requireReadable(columns.columns(), converter, listener));
      columns.gather(due, sluice.files(), listener);
    }
    if (isAsItIs()) {
      known.ifPresent(columns::addEarlier);
    }
    List<Column> read = columns.columns();
    losses.addAll(columns.losses());
    if (SourceFiles.of(source, folders, converter).overlooksSchema()) {
      losses.add(
          "A new text at the table's avro.schema.url is not noticed: convert to another name then");
    }
    RowShaping shaping = new RowShaping(order.flatten(), order.explode());
    RowShape shape = shaping.of(read, source.partitionKeys());
    losses.addAll(shaping.remarks());
    SchemaUnion written = new SchemaUnion(shape.written(), source.partitionKeys());
    known.ifPresent(twin -> written.add(twin.columns()));
    requireSortable(shape.written());
    timestamps(shape.written()).ifPresent(losses::add);
    return new ConversionPlan(
        order,
        source,
        twin(source, written.columns(), known),
        known.isPresent(),
        parts,
        known.map(twin -> gone(source, scan, twin)).orElse(Set.of()),
        read,
        shape,
        columns.added(),
        losses);
  }

  private boolean isAsItIs() {
    return !order.flatten() && order.explode().isEmpty();
  }

  private Table source() {
    Catalog catalog = sluice.catalog();
    Table source =
        catalog
            .table(order.source())
            .orElseThrow(
                () ->
                    new SluiceException(
                        ErrorCode.TABLE_NOT_FOUND, "Table " + order.source() + " not found"));
    source
        .problem()
        .ifPresent(
            problem -> {
              throw new SluiceException(
                  ErrorCode.TABLE_UNREADABLE, "Table " + source.name() + ": " + problem);
            });
    return source;
  }

  /** The twin as it is; a table of that name that is nobody's twin is never written to. */
  private Optional<Table> known() {
    TableName name = order.twin();
    requirePlainName(name);
    Optional<Table> known = sluice.catalog().table(name);
    known.ifPresent(
        table -> {
          if (!ConvertedTable.source(table).equals(Optional.of(order.source().toString()))) {
            throw new SluiceException(
                ErrorCode.CONFIGURATION_INVALID,
                "There is a table %s, which was not made of %s: name another one to make"
                    .formatted(name, order.source()));
          } else if (table.storage().format() != order.format()) {
            throw new SluiceException(
                ErrorCode.CONFIGURATION_INVALID,
                "Table %s is %s, and a table has one format: name another one to make"
                    .formatted(name, table.storage().format()));
          } else if (!order.shape().equals(table.parameters().get(ConvertedTable.SHAPE))) {
            throw new SluiceException(
                ErrorCode.CONFIGURATION_INVALID,
                "Table %s holds other rows (%s) than are asked for (%s): name another one to make"
                    .formatted(name, table.parameters().get(ConvertedTable.SHAPE), order.shape()));
          }
        });
    return known;
  }

  /** The name becomes that of a folder and of a file. */
  private static void requirePlainName(TableName name) {
    if (!name.table().matches("[a-z0-9_]{1,255}")) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "A table that is made is called by letters, digits and underscores, not " + name.table());
    }
  }

  private List<Part> parts(Table source, TableScan scan, @Nullable Table known) {
    if (!source.isPartitioned()) {
      return List.of(part(source, null, known == null ? null : known.parameters()));
    }
    Map<List<String>, Map<String, String>> before = new HashMap<>();
    if (known != null) {
      twins(known).forEach(each -> before.put(each.values(), each.parameters()));
    }
    List<Part> parts = new ArrayList<>();
    List<Partition> selected =
        scan.partitions().stream().filter(each -> order.selects(each.values())).toList();
    for (Partition partition : selected) {
      listener.progressed(new Progress("listing files", parts.size(), selected.size()));
      Part part = part(source, partition, before.get(partition.values()));
      // Where partitions are computed, most of the future has no folder.
      if (source.projection().isEmpty() || part.files() > 0) {
        parts.add(part);
      }
    }
    return parts;
  }

  /**
   * Of partitions that are computed those whose files are gone; of others those that the catalog
   * lists no more.
   */
  private Set<List<String>> gone(Table source, TableScan scan, Table known) {
    if (!source.isPartitioned()) {
      return Set.of();
    }
    Set<List<String>> gone = new HashSet<>();
    twins(known).forEach(twin -> gone.add(twin.values()));
    if (source.projection().isEmpty()) {
      gone.removeAll(Set.copyOf(sluice.catalog().partitionValues(source)));
      return gone;
    }
    Set<List<String>> empty = new HashSet<>();
    for (Partition partition : scan.partitions()) {
      if (gone.contains(partition.values())
          && sources(source, partition.storage()).files().isEmpty()) {
        empty.add(partition.values());
      }
    }
    return empty;
  }

  private List<Partition> twins(Table known) {
    Partitions partitions = sluice.catalog().partitions(known, List.of());
    if (partitions instanceof Partitions.Unknown unknown) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "The partitions of %s are not known: %s".formatted(known.name(), unknown.why()));
    }
    return ((Partitions.Known) partitions).listed();
  }

  /**
   * @param before the parameters of what was converted earlier
   */
  private Part part(
      Table source, @Nullable Partition partition, @Nullable Map<String, String> before) {
    Sources sources = sources(source, Sources.storage(source, partition));
    String digest = sources.digest(source, partition);
    State state =
        before == null
            ? State.NEW
            : Twin.isMadeOf(digest, order.sortedBy(), before) ? State.FRESH : State.CHANGED;
    return new Part(partition, sources.files().size(), sources.bytes(), digest, state);
  }

  private Sources sources(Table source, Storage storage) {
    String location = storage.location();
    if (location == null) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s has no files of its own to convert: it is a view, or names no location"
              .formatted(source.name()));
    } else if (!folders.holds(location)) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s has files at %s, and conversion reads and writes files of this machine only"
              .formatted(source.name(), location));
    }
    try {
      return SourceFiles.of(source, folders, converter).at(storage);
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "The files of %s at %s cannot be listed: %s".formatted(source.name(), location, e),
          e);
    }
  }

  private static Optional<String> timestamps(List<Column> columns) {
    List<String> names =
        columns.stream().filter(column -> holdsTimestamp(column.type())).map(Column::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Timestamps are kept to milliseconds, as Sluice's SQL has them: "
                + String.join(", ", names));
  }

  private static boolean holdsTimestamp(DataType type) {
    if (type instanceof DataType.Array array) {
      return holdsTimestamp(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return holdsTimestamp(map.key()) || holdsTimestamp(map.value());
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().anyMatch(field -> holdsTimestamp(field.type()));
    }
    return type == DataType.Primitive.TIMESTAMP || type instanceof DataType.Timestamp;
  }

  private void requireSortable(List<Column> columns) {
    for (String name : order.sortedBy()) {
      Column column =
          columns.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new SluiceException(
                          ErrorCode.COLUMN_NOT_FOUND,
                          "Rows cannot be sorted by %s: %s has no such column"
                              .formatted(name, order.twin())));
      if (column.type().isNested()) {
        throw new SluiceException(
            ErrorCode.TYPE_MISMATCH,
            "Rows cannot be sorted by %s, which is %s".formatted(name, column.type().hive()));
      }
    }
  }

  private Table twin(Table source, List<Column> columns, Optional<Table> known) {
    String location =
        known.map(Twin::root).or(order::location).orElseGet(() -> beside(source, order.twin()));
    requireElsewhere(source, location);
    return Table.builder(order.twin())
        .columns(columns)
        .partitionKeys(source.partitionKeys())
        .storage(Written.storage(order.format(), location))
        .parameters(Twin.parametersOf(order))
        .build();
  }

  /** Files below the source's folder would be files of the source. */
  private static void requireElsewhere(Table source, String location) {
    String of = Twin.withoutSlash(String.valueOf(source.storage().location())) + "/";
    if ((Twin.withoutSlash(location) + "/").startsWith(of)) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s lies in the folder of %s, which would read it: name another location"
              .formatted(location, source.name()));
    }
  }

  private String beside(Table source, TableName twin) {
    String location = source.storage().location();
    if (location == null) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "Table %s has no location to put another beside: name one for the files of %s"
              .formatted(source.name(), twin));
    }
    String folder = Twin.withoutSlash(location);
    return folder.substring(0, folder.lastIndexOf('/') + 1) + twin.table();
  }
}
