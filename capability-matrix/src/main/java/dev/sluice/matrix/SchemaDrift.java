package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DriftChange;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.TableFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares schemas, letters' case ignored, at any depth. */
public final class SchemaDrift {
  private final ColumnMapping columns;
  private final ColumnMapping fields;
  private final List<SchemaChange> changes = new ArrayList<>();
  private final RecordedTypes recorded;
  private String column = "";

  private SchemaDrift(ColumnMapping columns, ColumnMapping fields, RecordedTypes recorded) {
    this.columns = columns;
    this.fields = fields;
    this.recorded = recorded;
  }

  /**
   * The changes that lead from a partition's columns to the table's, in the table's order, what was
   * removed after the rest of its level. Empty when both read the same. By name: what was renamed
   * is one removed and one added.
   */
  public static List<SchemaChange> between(List<Column> table, List<Column> partition) {
    return between(table, partition, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME);
  }

  /**
   * The same for a reader that finds columns, or sub-fields, by position: there a name that came
   * and another that went at the same place are one that was renamed.
   */
  public static List<SchemaChange> between(
      List<Column> table, List<Column> partition, ColumnMapping columns, ColumnMapping fields) {
    return new SchemaDrift(columns, fields, RecordedTypes.OF_CATALOG).of(table, partition);
  }

  /**
   * The changes that lead from a file's columns to the table's, for a reader of that mode. What
   * files of the format record as they record the table's own column is none: text under a varchar
   * in Parquet, say. What is not among the kinds of which engines are known to read something is
   * {@link ChangeKind#TYPE_CHANGED}.
   *
   * @param file whose columns are known: see {@link FileSchema#problem()}
   */
  public static List<SchemaChange> ofFile(List<Column> table, FileSchema file, ReadMode mode) {
    boolean json =
        mode.format() == TableFormat.JSON_HIVE || mode.format() == TableFormat.JSON_OPENX;
    return new SchemaDrift(
            mode.columns(), mode.fields(), new RecordedTypes(mode.format(), file.findings()))
        .of(table, json ? JsonColumns.seenAs(table, file.columns()) : file.columns());
  }

  private List<SchemaChange> of(List<Column> table, List<Column> older) {
    compare(SchemaLevel.COLUMNS, new Place("", ""), ofColumns(table), ofColumns(older));
    return List.copyOf(changes);
  }

  /** A path, and what the same place is called in the older schema. */
  private record Place(String path, String older) {
    Place under(String name, String olderName) {
      return new Place(path + name, older + olderName);
    }
  }

  private void compare(SchemaLevel level, Place place, List<Member> table, List<Member> partition) {
    String parent = place.path;
    Map<String, Member> newer = byName(table);
    Map<String, Member> older = byName(renamed(level, parent, table, partition));
    List<String> common = newer.keySet().stream().filter(older::containsKey).toList();
    Set<String> moved =
        MovedNames.between(common, older.keySet().stream().filter(newer::containsKey).toList());
    int left = common.size();
    boolean addedAtEnd = false;
    for (Member member : newer.values()) {
      String path = enter(level, parent, member);
      Member before = older.get(member.name());
      if (before == null) {
        addedAtEnd |= left == 0;
        add(level.added(left == 0), path);
        continue;
      }
      left--;
      if (moved.contains(member.name())) {
        add(level.reordered(), path);
      }
      compareTypes(place.under(member.name(), before.written()), member.type(), before.type());
    }
    removed(level, parent, newer, older, addedAtEnd);
  }

  private String enter(SchemaLevel level, String parent, Member member) {
    if (level == SchemaLevel.COLUMNS) {
      column = member.name();
    }
    return parent + member.name();
  }

  /** Those at the end shift nothing, unless others came there. */
  private void removed(
      SchemaLevel level,
      String parent,
      Map<String, Member> newer,
      Map<String, Member> older,
      boolean addedAtEnd) {
    int left = (int) older.keySet().stream().filter(newer::containsKey).count();
    for (Member member : older.values()) {
      if (newer.containsKey(member.name())) {
        left--;
      } else {
        add(level.removed(left == 0 && !addedAtEnd), enter(level, parent, member));
      }
    }
  }

  /** The older members under the names that they have now, where place tells who is who. */
  private List<Member> renamed(
      SchemaLevel level, String parent, List<Member> table, List<Member> partition) {
    ColumnMapping mapping = level == SchemaLevel.COLUMNS ? columns : fields;
    if (mapping == ColumnMapping.BY_NAME) {
      return partition;
    }
    Set<String> newer = byName(table).keySet();
    Set<String> older = byName(partition).keySet();
    List<Member> today = new ArrayList<>();
    for (int i = 0; i < partition.size(); i++) {
      Member before = partition.get(i);
      boolean renamed =
          i < table.size()
              && !newer.contains(before.name())
              && !older.contains(table.get(i).name());
      if (renamed) {
        add(level.renamed(), enter(level, parent, table.get(i)));
      }
      today.add(renamed ? before.renamed(table.get(i).name()) : before);
    }
    return today;
  }

  private void compareTypes(Place place, DataType table, DataType partition) {
    if (table instanceof DataType.Struct newer && partition instanceof DataType.Struct older) {
      compare(SchemaLevel.FIELDS, place.under(".", "."), ofFields(newer), ofFields(older));
    } else if (table instanceof DataType.Array newer && partition instanceof DataType.Array older) {
      if (recorded.notes(place.older).contains(FileFinding.Code.UNMARKED_LIST)) {
        addTypes(place, table, partition);
      }
      compareTypes(place.under(".element", ".element"), newer.element(), older.element());
    } else if (table instanceof DataType.MapOf newer && partition instanceof DataType.MapOf older) {
      compareTypes(place.under(".key", ".key"), newer.key(), older.key());
      compareTypes(place.under(".value", ".value"), newer.value(), older.value());
    } else if (!recorded.isSame(place.older, partition, table)) {
      addTypes(place, table, partition);
    }
  }

  private void addTypes(Place place, DataType table, DataType partition) {
    changes.add(
        new SchemaChange(
            Widening.leadsFrom(partition, table)
                ? DriftChange.TYPE_WIDENED
                : DriftChange.TYPE_CHANGED,
            place.path,
            column,
            new TypeChange(partition, table, recorded.notes(place.older))));
  }

  private void add(DriftChange change, String path) {
    changes.add(new SchemaChange(change, path, column, null));
  }

  /** A column or a field, which may have had another name when it was written. */
  private record Member(String name, String written, DataType type) {
    Member(String name, DataType type) {
      this(name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), type);
    }

    Member renamed(String now) {
      return new Member(now, written, type);
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
