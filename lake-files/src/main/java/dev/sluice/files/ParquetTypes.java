package dev.sluice.files;

import static org.apache.parquet.format.ConvertedType.LIST;
import static org.apache.parquet.format.ConvertedType.MAP;
import static org.apache.parquet.format.ConvertedType.MAP_KEY_VALUE;
import static org.apache.parquet.format.FieldRepetitionType.REPEATED;

import dev.sluice.DataType;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;

/**
 * Parquet's tree of groups in Hive's terms, with the older ways to write lists and maps (Apache
 * Parquet, LogicalTypes.md, "Lists" and "Maps", backward-compatibility rules, 2025). Not shareable
 * between threads.
 */
final class ParquetTypes {
  /** A list takes three levels where Hive has one. */
  private static final int MAX_LEVELS = 400;

  private final TypeNotes notes = new TypeNotes();
  private final List<SchemaElement> elements;
  private int next;

  private ParquetTypes(List<SchemaElement> elements) {
    this.elements = elements;
  }

  /** A group or a value, with what stands inside it. */
  private record Node(SchemaElement element, List<Node> children) {
    String name() {
      return element.getName();
    }

    boolean isRepeated() {
      return element.isSetRepetition_type() && element.getRepetition_type() == REPEATED;
    }

    boolean isGroup() {
      return !element.isSetType();
    }

    /** Said by the newer annotation or, where there is none, by the older. */
    boolean is(LogicalType._Fields newer, ConvertedType older) {
      return element.isSetLogicalType()
          ? element.getLogicalType().getSetField() == newer
          : element.isSetConverted_type() && element.getConverted_type() == older;
    }
  }

  static FileSchema schema(List<SchemaElement> elements) throws BadFileException {
    ParquetTypes types = new ParquetTypes(elements);
    Node root = types.node(0);
    if (types.next != elements.size() || !root.isGroup()) {
      throw new BadFileException(Code.BROKEN, "The Parquet file's schema is not one tree");
    }
    if (root.children.stream().anyMatch(column -> column.element.isSetField_id())) {
      types.notes.note(Code.FIELD_IDS, "", "The Parquet file's columns have field ids");
    }
    return types.notes.schema(types.fields("", root, 0), false);
  }

  /** The schema is a list, each group followed by what stands in it. */
  private Node node(int level) throws BadFileException {
    if (next >= elements.size() || level > MAX_LEVELS) {
      throw new BadFileException(Code.BROKEN, "The Parquet file's schema is not one tree");
    }
    SchemaElement element = elements.get(next++);
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < element.getNum_children(); i++) {
      children.add(node(level + 1));
    }
    if (element.isSetType() && !children.isEmpty()) {
      throw new BadFileException(Code.BROKEN, "A value of the Parquet file's schema has parts");
    }
    return new Node(element, children);
  }

  private List<DataType.Field> fields(String path, Node group, int depth) throws BadFileException {
    List<DataType.Field> fields = new ArrayList<>();
    for (Node child : group.children) {
      String under = TypeNotes.under(path, child.name());
      if (child.isRepeated()) {
        notes.note(Code.UNMARKED_LIST, under, "Nothing but repetition says that this is a list");
      }
      DataType type =
          child.isRepeated() ? legacy(under, child, depth + 1) : type(under, child, depth + 1);
      fields.add(new DataType.Field(child.name(), type));
    }
    return fields;
  }

  /** The type of one value, whether or not it is repeated. */
  private DataType type(String path, Node node, int depth) throws BadFileException {
    notes.part(path, depth);
    if (!node.isGroup()) {
      return ParquetScalars.type(path, node.element, notes);
    }
    if (node.is(LogicalType._Fields.LIST, LIST)) {
      return list(path, node, depth);
    }
    if (node.is(LogicalType._Fields.MAP, MAP) || node.is(LogicalType._Fields.MAP, MAP_KEY_VALUE)) {
      return map(path, node, depth);
    }
    if (node.element.isSetLogicalType()) {
      return notes.unsupported(
          path, ParquetScalars.name(node.element), "Hive has no type for this group of Parquet");
    }
    return notes.struct(path, fields(path, node, depth));
  }

  private DataType list(String path, Node node, int depth) throws BadFileException {
    Node repeated = node.children.isEmpty() ? node : node.children.get(0);
    if (node.children.size() != 1 || !repeated.isRepeated()) {
      return notes.unsupported(path, "list", "The Parquet file's list is of no known form");
    }
    return isElement(node, repeated)
        ? legacy(path, repeated, depth)
        : new DataType.Array(type(path + ".element", repeated.children.get(0), depth + 1));
  }

  /** Whether the repeated part is an element itself, and not a wrapper around one. */
  private static boolean isElement(Node list, Node repeated) {
    return !repeated.isGroup()
        || repeated.children.size() != 1
        || repeated.children.get(0).isRepeated()
        || repeated.name().equals("array")
        || repeated.name().equals(list.name() + "_tuple");
  }

  private DataType legacy(String path, Node repeated, int depth) throws BadFileException {
    notes.note(Code.LEGACY_LIST, path, "The list is written in fewer than Parquet's three levels");
    return new DataType.Array(type(path + ".element", repeated, depth + 1));
  }

  private DataType map(String path, Node node, int depth) throws BadFileException {
    Node entry = node.children.isEmpty() ? node : node.children.get(0);
    boolean known = node.children.size() == 1 && entry.isRepeated() && entry.children.size() == 2;
    if (!known || entry.children.stream().anyMatch(Node::isRepeated)) {
      return notes.unsupported(path, "map", "The Parquet file's map is of no known form");
    }
    return new DataType.MapOf(
        type(path + ".key", entry.children.get(0), depth + 1),
        type(path + ".value", entry.children.get(1), depth + 1));
  }
}
