package dev.sluice.glue;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one type, left to right. Only nesting recurses, and only {@link #MAX_DEPTH} levels of it;
 * every character is looked at a fixed number of times. Not shareable between threads.
 */
final class HiveTypeParser {
  /** Far beyond real schemas, far below what the stack of any thread can hold. */
  static final int MAX_DEPTH = 128;

  private final HiveTypeText text;

  HiveTypeParser(String text) {
    this.text = new HiveTypeText(text);
  }

  DataType parse() throws MalformedTypeException {
    DataType type = type(0);
    text.skipBlanks();
    if (!text.atEnd()) {
      throw text.expected("the end");
    }
    return type;
  }

  private DataType type(int depth) throws MalformedTypeException {
    text.skipBlanks();
    int start = text.position();
    String word = text.word().toLowerCase(Locale.ROOT);
    text.skipBlanks();
    if (!text.at('<')) {
      return scalar(start);
    }
    if (depth >= MAX_DEPTH) {
      return unsupported(start, "Types nested deeper than " + MAX_DEPTH + " levels are not read");
    }
    return switch (word) {
      case "array", "set" -> array(depth);
      case "map" -> map(depth);
      case "struct" -> struct(start, depth);
      case "uniontype" -> unsupported(start, "A uniontype has no counterpart in SQL");
      default -> unsupported(start, HiveScalars.notKnown(word));
    };
  }

  private DataType scalar(int start) throws MalformedTypeException {
    text.moveTo(start);
    String raw = text.raw();
    if (raw.isEmpty()) {
      throw text.expected("a type");
    }
    return HiveScalars.of(raw);
  }

  private DataType unsupported(int start, String reason) throws MalformedTypeException {
    text.moveTo(start);
    return new DataType.Unsupported(text.raw(), reason);
  }

  private DataType array(int depth) throws MalformedTypeException {
    text.expect('<');
    DataType element = type(depth + 1);
    text.expect('>');
    return new DataType.Array(element);
  }

  private DataType map(int depth) throws MalformedTypeException {
    text.expect('<');
    DataType key = type(depth + 1);
    text.expect(',');
    DataType value = type(depth + 1);
    text.expect('>');
    return new DataType.MapOf(key, value);
  }

  private DataType struct(int start, int depth) throws MalformedTypeException {
    List<DataType.Field> fields = fields(depth);
    if (fields.isEmpty()) {
      return new DataType.Unsupported(text.since(start), "A struct without fields holds no value");
    }
    Set<String> names = new HashSet<>();
    for (DataType.Field field : fields) {
      if (!names.add(field.name())) {
        // Which of the two a query means cannot be told, by name at least.
        return new DataType.Unsupported(
            text.since(start), "The struct has two fields named " + field.name());
      }
    }
    return new DataType.Struct(fields);
  }

  private List<DataType.Field> fields(int depth) throws MalformedTypeException {
    List<DataType.Field> fields = new ArrayList<>();
    text.expect('<');
    text.skipBlanks();
    if (!text.at('>')) {
      fields.add(field(depth));
      while (text.skipIf(',')) {
        fields.add(field(depth));
      }
    }
    text.expect('>');
    return fields;
  }

  private DataType.Field field(int depth) throws MalformedTypeException {
    String name = text.fieldName().toLowerCase(Locale.ROOT);
    text.expect(':');
    DataType type = type(depth + 1);
    text.skipComment();
    return new DataType.Field(name, type);
  }

  /** The text is not a type; says where and what was expected. */
  static final class MalformedTypeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    MalformedTypeException(String message) {
      super(message);
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }
}
