package dev.sluice.spark.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of JSON anew with the catalog's names in the place of the keys, whatever their
 * case, and without what no column reads; Spark's own reader would find nothing where the case
 * differs and say nothing. A value that its column's type does not plainly allow is an error.
 */
final class JsonLine implements UDF1<String, @Nullable String> {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String MOMENT = DAY + "[ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z?";

  private final JsonShape shape;
  private final JsonKeys keys;
  private final boolean skipMalformed;

  /**
   * @param skipMalformed a line that is no JSON gives null instead of an error
   */
  JsonLine(JsonShape shape, JsonKeys keys, boolean skipMalformed) {
    this.shape = shape;
    this.keys = keys;
    this.skipMalformed = skipMalformed;
  }

  @Override
  public @Nullable String call(String line) throws IOException {
    StringWriter text = new StringWriter(line.length());
    try (JsonParser in = JSON.createParser(line);
        JsonGenerator out = JSON.createGenerator(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new WorkerException("A line is not a JSON object: " + start(line));
      }
      copyStruct(in, out, shape, "");
      if (in.nextToken() != null) {
        throw new WorkerException("A line has more than one JSON value: " + start(line));
      }
    } catch (JsonProcessingException e) {
      if (skipMalformed) {
        return null;
      }
      throw new WorkerException(
          "A line is not JSON (%s): %s".formatted(e.getOriginalMessage(), start(line)));
    }
    return text.toString();
  }

  private void copyStruct(JsonParser in, JsonGenerator out, JsonShape struct, String path)
      throws IOException {
    Set<String> seen = new HashSet<>();
    out.writeStartObject();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = keys.name(in.currentName(), path.isEmpty());
      JsonShape field = struct.fields().get(name);
      in.nextToken();
      if (field == null) {
        in.skipChildren();
      } else if (seen.add(name)) {
        out.writeFieldName(name);
        copy(in, out, field, path + "." + name);
      } else {
        throw new WorkerException("JSON has " + (path + "." + name).substring(1) + " twice");
      }
    }
    out.writeEndObject();
  }

  private void copy(JsonParser in, JsonGenerator out, JsonShape item, String path)
      throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      out.writeNull();
    } else if (token == JsonToken.START_OBJECT && item.kind() == JsonShape.Kind.STRUCT) {
      copyStruct(in, out, item, path);
    } else if (token == JsonToken.START_OBJECT && item.kind() == JsonShape.Kind.MAP) {
      copyMap(in, out, item, path);
    } else if (token == JsonToken.START_ARRAY && item.kind() == JsonShape.Kind.ARRAY) {
      out.writeStartArray();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        copy(in, out, java.util.Objects.requireNonNull(item.item()), path);
      }
      out.writeEndArray();
    } else if (!copyScalar(in, out, item.kind(), token)) {
      throw new WorkerException(
          "JSON has %s where column %s cannot take it"
              .formatted(
                  token.isScalarValue() ? in.getText() : token.asString(), path.substring(1)));
    }
  }

  private void copyMap(JsonParser in, JsonGenerator out, JsonShape map, String path)
      throws IOException {
    Set<String> seen = new HashSet<>();
    out.writeStartObject();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      if (!seen.add(key)) {
        throw new WorkerException("JSON has key " + key + " twice in " + path.substring(1));
      }
      in.nextToken();
      out.writeFieldName(key);
      copy(in, out, java.util.Objects.requireNonNull(map.item()), path);
    }
    out.writeEndObject();
  }

  private static boolean copyScalar(
      JsonParser in, JsonGenerator out, JsonShape.Kind kind, JsonToken token) throws IOException {
    boolean text = token == JsonToken.VALUE_STRING;
    boolean whole = token == JsonToken.VALUE_NUMBER_INT;
    boolean number = whole || token == JsonToken.VALUE_NUMBER_FLOAT;
    boolean taken =
        switch (kind) {
          case TEXT -> text || token.isBoolean() || whole || (number && isPlain(in.getText()));
          case WHOLE -> whole;
          case NUMBER -> number;
          case TRUTH -> token.isBoolean();
          case DAY -> text && in.getText().matches(DAY);
          case MOMENT -> text && in.getText().matches(MOMENT);
          case STRUCT, ARRAY, MAP, REFUSED -> false;
        };
    if (taken && (number && kind != JsonShape.Kind.TEXT)) {
      out.writeNumber(in.getText());
    } else if (taken && kind == JsonShape.Kind.TRUTH) {
      out.writeBoolean(in.getBooleanValue());
    } else if (taken) {
      out.writeString(in.getText());
    }
    return taken;
  }

  /** Whether every reader would write the number in the same way. */
  private static boolean isPlain(String number) {
    return Double.toString(Double.parseDouble(number)).equals(number);
  }

  private static String start(String line) {
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
