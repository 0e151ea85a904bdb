package dev.sluice.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All values that were met at one place of the rows so far. Not shareable between threads. */
final class JsonShape {
  private static final int DIGITS = 38;

  /** Each has room for those before it. */
  private static final Set<Kind> NUMBERS = EnumSet.range(Kind.TINYINT, Kind.DOUBLE);

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final Map<String, JsonShape> fields = new LinkedHashMap<>();
  private @Nullable JsonShape element;

  /** What a value is; NULL is of every kind. */
  private enum Kind {
    BOOLEAN("booleans"),
    /** A whole number in the fewest bits that hold it, as the next three are. */
    TINYINT("whole numbers"),
    SMALLINT("whole numbers"),
    INTEGER("whole numbers"),
    BIGINT("whole numbers"),
    /** A whole number beyond a bigint. */
    DECIMAL("whole numbers"),
    DOUBLE("numbers"),
    TEXT("text"),
    OBJECT("objects"),
    LIST("lists");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Takes in the value that the parser is at, which is known to be well-formed. */
  void take(JsonParser parser, String path, TypeNotes notes) throws IOException {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> object(parser, path, notes);
      case START_ARRAY -> list(parser, path, notes);
      case VALUE_STRING -> kinds.add(Kind.TEXT);
      case VALUE_NUMBER_INT -> kinds.add(whole(parser));
      case VALUE_NUMBER_FLOAT -> kinds.add(Kind.DOUBLE);
      case VALUE_TRUE, VALUE_FALSE -> kinds.add(Kind.BOOLEAN);
      case VALUE_NULL -> {}
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No value begins with " + token);
    }
  }

  private void object(JsonParser parser, String path, TypeNotes notes) throws IOException {
    kinds.add(Kind.OBJECT);
    Set<String> names = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      String under = TypeNotes.under(path, name);
      if (!names.add(name)) {
        notes.note(Code.DUPLICATE_NAME, under, "A row has this name twice");
      }
      parser.nextToken();
      fields.computeIfAbsent(name, key -> new JsonShape()).take(parser, under, notes);
    }
  }

  private void list(JsonParser parser, String path, TypeNotes notes) throws IOException {
    kinds.add(Kind.LIST);
    if (element == null) {
      element = new JsonShape();
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.take(parser, path + ".element", notes);
    }
  }

  private static Kind whole(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> whole(parser.getLongValue());
      case BIG_INTEGER -> parser.getTextLength() <= DIGITS ? Kind.DECIMAL : Kind.DOUBLE;
      case FLOAT, DOUBLE, BIG_DECIMAL -> Kind.DOUBLE;
    };
  }

  private static Kind whole(long number) {
    if (number == (byte) number) {
      return Kind.TINYINT;
    } else if (number == (short) number) {
      return Kind.SMALLINT;
    }
    return number == (int) number ? Kind.INTEGER : Kind.BIGINT;
  }

  /** The fields in the order in which rows first had them. */
  List<DataType.Field> fields(String path, TypeNotes notes) throws BadFileException {
    List<DataType.Field> types = new ArrayList<>();
    for (Map.Entry<String, JsonShape> field : fields.entrySet()) {
      String under = TypeNotes.under(path, field.getKey());
      types.add(new DataType.Field(field.getKey(), field.getValue().type(under, notes)));
    }
    return types;
  }

  /** The type that all values have; unknown where there was none but NULL. */
  private DataType type(String path, TypeNotes notes) throws BadFileException {
    notes.part(path, 0);
    EnumSet<Kind> wide = EnumSet.copyOf(kinds);
    for (Kind number : NUMBERS) {
      if (wide.contains(number)) {
        wide.removeAll(EnumSet.range(Kind.TINYINT, number));
        wide.add(number);
      }
    }
    if (wide.isEmpty()) {
      return Primitive.UNKNOWN;
    }
    return wide.size() == 1 ? type(wide.iterator().next(), path, notes) : conflict(path, notes);
  }

  private DataType type(Kind kind, String path, TypeNotes notes) throws BadFileException {
    return switch (kind) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case TINYINT -> Primitive.TINYINT;
      case SMALLINT -> Primitive.SMALLINT;
      case INTEGER -> Primitive.INTEGER;
      case BIGINT -> Primitive.BIGINT;
      case DECIMAL -> new DataType.Decimal(DIGITS, 0);
      case DOUBLE -> Primitive.DOUBLE;
      case TEXT -> Primitive.STRING;
      // Nothing shows whether an empty object is a struct or a map.
      case OBJECT -> fields.isEmpty() ? Primitive.UNKNOWN : notes.struct(path, fields(path, notes));
      case LIST ->
          new DataType.Array(
              element == null ? Primitive.UNKNOWN : element.type(path + ".element", notes));
    };
  }

  private DataType conflict(String path, TypeNotes notes) {
    String met =
        kinds.stream().map(kind -> kind.words).distinct().collect(Collectors.joining(", "));
    String reason = "Rows have different kinds of values here: " + met;
    notes.note(Code.TYPE_CONFLICT, path, reason);
    return new DataType.Unsupported(met, reason);
  }
}
