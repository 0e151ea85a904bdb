package dev.sluice.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON for tests, written with single quotes. */
final class Json {
  private Json() {}

  static JsonNode of(String singleQuoted) {
    try {
      return JsonMapper.builder().build().readTree(singleQuoted.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(singleQuoted, e);
    }
  }
}
