package dev.sluice.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.matrix.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code examples.yaml}: for every capability a query that needs it. */
final class Examples {
  /** Stands before what shows the need. */
  static final String MARK = "»";

  private Examples() {}

  static JsonNode all() {
    try {
      return new YAMLMapper().readTree(Repository.RESOURCES.resolve("examples.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The queries that can be planned, by capability. */
  static Map<Capability, String> planned() {
    Map<Capability, String> queries = new TreeMap<>();
    all()
        .properties()
        .forEach(
            example -> {
              if (!example.getValue().has("refused") && !needsView(example.getValue())) {
                queries.put(
                    Capability.valueOf(example.getKey()),
                    marked(example.getValue()).replace(MARK, ""));
              }
            });
    return queries;
  }

  /** Whether it takes an engine that sees otherwise than the catalog is. */
  static boolean needsView(JsonNode example) {
    return example.has("view");
  }

  /** The query with its mark; {@code …} stands for as many letters as {@code letters} says. */
  static String marked(JsonNode example) {
    return example.isTextual()
        ? example.asText()
        : example.path("sql").asText().replace("…", "x".repeat(example.path("letters").asInt()));
  }
}
