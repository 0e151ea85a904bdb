package dev.sluice.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sluice.DataType;
import dev.sluice.StructValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nested values out of JSON text. Structs are objects, whose members are found by name whatever
 * their case, and by their order where they have none, or arrays in the order of the fields; maps
 * are objects, whose keys are read as values of the map's key type. What JSON has no word for is
 * text: NaN, dates, times, base 64.
 */
public final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(10_000)
                  .maxNestingDepth(10_000)
                  .build())
          .build();

  private JsonText() {}

  /**
   * The value that {@code text} stands for, as {@link dev.sluice.Rows} has it; null for JSON's own
   * null.
   *
   * @throws UnreadableValueException when it stands for none
   */
  public static @Nullable Object read(DataType type, String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      Object value = value(type, parser);
      if (parser.nextToken() != null) {
        throw new UnreadableValueException(type, text);
      }
      return value;
    } catch (IOException e) {
      throw new UnreadableValueException(type, text, e);
    }
  }

  /** The value at the parser's token, which is left at the value's last one. */
  private static @Nullable Object value(DataType type, JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    } else if (type instanceof DataType.Struct struct) {
      return struct(struct, parser);
    } else if (type instanceof DataType.Array array) {
      return list(array, parser);
    } else if (type instanceof DataType.MapOf map) {
      return map(map, parser);
    } else if (token == null || !token.isScalarValue()) {
      throw unexpected(type, parser);
    }
    return ScalarText.read(type, parser.getText());
  }

  private static StructValue struct(DataType.Struct type, JsonParser parser) throws IOException {
    List<String> names = type.fields().stream().map(DataType.Field::name).toList();
    @Nullable Object[] values = new Object[names.size()];
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      for (int place = 0; parser.nextToken() != JsonToken.END_OBJECT; place++) {
        int field = field(type, names, parser.currentName().toLowerCase(Locale.ROOT), place);
        parser.nextToken();
        values[field] = value(type.fields().get(field).type(), parser);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int field = 0; field < values.length; field++) {
        parser.nextToken();
        values[field] = value(type.fields().get(field).type(), parser);
      }
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw unexpected(type, parser);
      }
    } else {
      throw unexpected(type, parser);
    }
    return new StructValue(names, Arrays.asList(values));
  }

  /**
   * Which field a member is. Where the order is the type's, as engines write rows, it tells fields
   * of one name apart, and those of ROW(1, 'a'), which have none.
   */
  private static int field(DataType.Struct type, List<String> names, String member, int place) {
    if (place < names.size() && (member.isEmpty() || names.get(place).equalsIgnoreCase(member))) {
      return place;
    }
    int field = names.indexOf(member);
    if (field < 0 || field != names.lastIndexOf(member)) {
      throw new UnreadableValueException(type, "{…\"" + member + "\"…}");
    }
    return field;
  }

  private static List<@Nullable Object> list(DataType.Array type, JsonParser parser)
      throws IOException {
    require(JsonToken.START_ARRAY, type, parser);
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(type.element(), parser));
    }
    return values;
  }

  private static Map<Object, @Nullable Object> map(DataType.MapOf type, JsonParser parser)
      throws IOException {
    require(JsonToken.START_OBJECT, type, parser);
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Object key = ScalarText.read(type.key(), parser.currentName());
      parser.nextToken();
      values.put(key, value(type.value(), parser));
    }
    return values;
  }

  private static void require(JsonToken token, DataType type, JsonParser parser)
      throws IOException {
    if (parser.currentToken() != token) {
      throw unexpected(type, parser);
    }
  }

  private static UnreadableValueException unexpected(DataType type, JsonParser parser)
      throws IOException {
    return new UnreadableValueException(type, String.valueOf(parser.getText()));
  }
}
