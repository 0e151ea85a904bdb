package dev.sluice.matrix;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the subset of YAML that the data files use: mappings of mappings and texts. */
final class SectionReader {
  private final String file;
  private final JsonParser parser;

  private SectionReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** Tokens, not databind: that is half of the start-up time. */
  static Section read(String file, Reader yaml) throws IOException {
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      SectionReader reader = new SectionReader(file, parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Section(file, 1, Map.of());
      }
      reader.expect(first, JsonToken.START_OBJECT);
      return reader.section();
    } catch (JsonProcessingException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID, file + " is not YAML: " + e.getMessage(), e);
    }
  }

  private Section section() throws IOException {
    int line = line();
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      if (entries.put(key, entry(keyLine)) != null) {
        throw error(keyLine, "'" + key + "' stands twice");
      }
    }
    return new Section(file, line, entries);
  }

  private Entry entry(int keyLine) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      Section section = section();
      return new Section(file, keyLine, section.entries());
    }
    if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      throw error(keyLine, "'" + parser.currentName() + "' should be a text or hold keys");
    }
    return new Entry.Text(parser.getText(), keyLine);
  }

  private void expect(JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw error(line(), "The file should hold keys");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private SluiceException error(int line, String message) {
    return new Section(file, line, Map.of()).error(line, message);
  }
}
