package dev.sluice.configuration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a YAML file with its lines, which Jackson's own tree forgets. */
final class YamlFile {
  private final Path file;
  private final JsonParser parser;

  private YamlFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The file's content; a file with nothing in it is an empty mapping. */
  static YamlNode read(Path file) {
    try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      YamlFile yaml = new YamlFile(file, parser);
      JsonToken first = parser.nextToken();
      return first == null ? new YamlNode.Fields(List.of(), 1) : yaml.node(first);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String what = e.getOriginalMessage().lines().findFirst().orElse("");
      throw invalid(file, line, "is not YAML: " + what);
    } catch (NoSuchFileException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID, "No configuration file at " + file, e);
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "Configuration file " + file + " cannot be read: " + e,
          e);
    }
  }

  static SluiceException invalid(Path file, int line, String what) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID, "Configuration " + file + ", line " + line + ": " + what);
  }

  private YamlNode node(@Nullable JsonToken token) throws IOException {
    int line = line();
    if (token == JsonToken.START_OBJECT) {
      return fields(line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        items.add(node(t));
      }
      return new YamlNode.Items(items, line);
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    return new YamlNode.Scalar(text == null ? "" : text, line);
  }

  private YamlNode fields(int line) throws IOException {
    List<YamlNode.Field> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      if (!seen.add(key)) {
        throw invalid(file, keyLine, "'" + key + "' stands here a second time");
      }
      fields.add(new YamlNode.Field(key, node(parser.nextToken()), keyLine));
    }
    return new YamlNode.Fields(fields, line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
