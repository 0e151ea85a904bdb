package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A type as Trino's protocol tells it.
 *
 * @param name {@code row}, without arguments
 * @param numbers length, precision and scale
 * @param types of elements, keys and values, or fields
 * @param fields the names of fields, empty for one without a name
 */
public record TrinoType(
    String name, List<Long> numbers, List<TrinoType> types, List<String> fields) {

  /** Reads a {@code typeSignature}. */
  public static TrinoType of(JsonNode signature) {
    List<Long> numbers = new ArrayList<>();
    List<TrinoType> types = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (JsonNode argument : signature.path("arguments")) {
      JsonNode value = argument.path("value");
      switch (argument.path("kind").asText()) {
        case "LONG" -> numbers.add(value.asLong());
        case "TYPE" -> types.add(of(value));
        case "NAMED_TYPE" -> {
          fields.add(value.path("fieldName").path("name").asText(""));
          types.add(of(value.path("typeSignature")));
        }
        default -> throw new IllegalArgumentException("Not understood: " + argument);
      }
    }
    return new TrinoType(signature.path("rawType").asText(), numbers, types, fields);
  }
}
