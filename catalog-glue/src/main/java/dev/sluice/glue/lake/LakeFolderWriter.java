package dev.sluice.glue.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import dev.sluice.glue.edit.EntryEdits;
import dev.sluice.glue.edit.TableEdits;
import dev.sluice.glue.edit.WrittenEntries;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes tables into the JSON files of a lake's {@code catalog} folder; nothing is kept beside. */
final class LakeFolderWriter implements TableWriter {
  private static final String TABLES = "TableList";
  private static final String PARTITIONS = "Partitions";

  private final Path lake;
  private final CatalogFolder folder;
  private final WrittenEntries entries = new WrittenEntries(this::relative);

  LakeFolderWriter(Path lake, CatalogFolder folder) {
    this.lake = lake;
    this.folder = folder;
  }

  /** A lake may be moved, and what lies in it moves along. */
  private String relative(String location) {
    String below = lake + "/";
    return location.startsWith(below) ? location.substring(below.length()) : location;
  }

  /** Files of this machine. */
  @Override
  public boolean takes(String location) {
    return location.startsWith("/");
  }

  @Override
  public boolean create(Table table) {
    TableName name = table.name();
    // Without a listing its partitions would not be known.
    if (table.isPartitioned() && folder.partitions(name).isEmpty()) {
      listing(Path.of(folder.partitionsName(name)), PARTITIONS).make();
    }
    Adding adding = new Adding(name, entries.table(table));
    tables(name).replace(adding);
    return !adding.found;
  }

  /** Adds an entry, unless there is one of its name. */
  private static final class Adding implements EntryEdits {
    private final TableName name;
    private final ObjectNode entry;
    private boolean found;

    Adding(TableName name, ObjectNode entry) {
      this.name = name;
      this.entry = entry;
    }

    @Override
    public JsonNode edited(JsonNode other) {
      found |= TableEdits.isOf(other, name);
      return other;
    }

    @Override
    public List<JsonNode> added() {
      return found ? List.of() : List.of(entry);
    }
  }

  @Override
  public boolean changeParameters(
      TableName table, UnaryOperator<Optional<Map<String, String>>> change) {
    return tables(table)
        .replace(
            edit(entry -> TableEdits.isOf(entry, table) ? withParameters(entry, change) : entry));
  }

  private static ObjectNode withParameters(
      ObjectNode entry, UnaryOperator<Optional<Map<String, String>>> change) {
    Map<String, String> before = new TreeMap<>();
    entry
        .path("Parameters")
        .fields()
        .forEachRemaining(each -> before.put(each.getKey(), each.getValue().asText()));
    Optional<Map<String, String>> after = change.apply(Optional.of(Map.copyOf(before)));
    if (after.isEmpty() || after.get().equals(before)) {
      return entry;
    }
    ObjectNode edited = entry.deepCopy();
    ObjectNode parameters = edited.putObject("Parameters");
    new TreeMap<>(after.get()).forEach(parameters::put);
    return edited;
  }

  /** The partitions first: a table that knows more columns than they do reads them as it did. */
  @Override
  public void publish(Table table, List<Partition> partitions) {
    TableName name = table.name();
    if (!partitions.isEmpty()) {
      Path file =
          folder
              .partitions(name)
              .orElseThrow(() -> missing("There is no " + folder.partitionsName(name)));
      listing(file, PARTITIONS).replace(new Putting(table, partitions));
    }
    ObjectNode entry = entries.table(table);
    tables(name)
        .replace(edit(other -> TableEdits.isOf(other, name) ? published(other, entry) : other));
  }

  /**
   * Parameters stay as they are, unless the table has no partitions whose parameters would tell.
   */
  private static ObjectNode published(ObjectNode before, ObjectNode entry) {
    ObjectNode after = before.deepCopy();
    after.set("StorageDescriptor", entry.get("StorageDescriptor"));
    if (entry.path("PartitionKeys").isEmpty()
        && after.get("Parameters") instanceof ObjectNode own) {
      own.setAll((ObjectNode) entry.get("Parameters"));
    }
    return after.equals(before) ? before : after;
  }

  private final class Putting implements EntryEdits {
    private final Map<List<String>, JsonNode> left = new LinkedHashMap<>();

    Putting(Table table, List<Partition> partitions) {
      partitions.forEach(each -> left.put(each.values(), entries.partition(table, each)));
    }

    @Override
    public JsonNode edited(JsonNode entry) {
      JsonNode put = left.remove(values(entry));
      return put == null || put.equals(entry) ? entry : put;
    }

    @Override
    public List<JsonNode> added() {
      return List.copyOf(left.values());
    }
  }

  @Override
  public void drop(TableName table, Set<List<String>> partitions) {
    folder
        .partitions(table)
        .ifPresent(file -> listing(file, PARTITIONS).replace(new Dropping(partitions)));
  }

  private record Dropping(Set<List<String>> partitions) implements EntryEdits {
    @Override
    public boolean removes(JsonNode entry) {
      return partitions.contains(values(entry));
    }

    @Override
    public JsonNode edited(JsonNode entry) {
      return entry;
    }

    @Override
    public List<JsonNode> added() {
      return List.of();
    }
  }

  private static List<String> values(JsonNode entry) {
    List<String> values = new ArrayList<>();
    entry.path("Values").forEach(value -> values.add(value.asText()));
    return values;
  }

  private static EntryEdits edit(UnaryOperator<ObjectNode> change) {
    return new EntryEdits() {
      @Override
      public JsonNode edited(JsonNode entry) {
        return entry instanceof ObjectNode object ? change.apply(object) : entry;
      }

      @Override
      public List<JsonNode> added() {
        return List.of();
      }
    };
  }

  private ListingFile tables(TableName name) {
    return folder
        .tables(name.database())
        .map(file -> listing(file, TABLES))
        .orElseThrow(() -> missing("The catalog has no database " + name.database()));
  }

  private static ListingFile listing(Path file, String member) {
    return new ListingFile(file, member, Clock.systemUTC());
  }

  private static SluiceException missing(String what) {
    return new SluiceException(ErrorCode.CATALOG_UNREADABLE, what);
  }
}
