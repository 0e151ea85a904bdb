package dev.sluice.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What JMH wrote with {@code -rf json}. Each value is the median of its iterations. */
final class Results {
  private final JsonNode runs;

  private Results(JsonNode runs) {
    this.runs = runs;
  }

  static Results read(Path file) throws IOException {
    return new Results(new JsonMapper().readTree(file.toFile()));
  }

  /**
   * The time of an operation, in the benchmark's unit.
   *
   * @param method class and method, as {@code SizeBenchmark.sluice}
   * @param parameter the value of its only parameter; empty for a benchmark without one
   */
  double time(String method, String parameter) {
    return median(run(method, parameter).path("primaryMetric"));
  }

  /** A counter of the same run, as {@code gc.alloc.rate.norm}. */
  double counter(String method, String parameter, String name) {
    return median(run(method, parameter).path("secondaryMetrics").path(name));
  }

  private JsonNode run(String method, String parameter) {
    for (JsonNode run : runs) {
      boolean same = run.path("benchmark").asText().endsWith("." + method);
      JsonNode parameters = run.path("params");
      String value = parameters.isEmpty() ? "" : parameters.elements().next().asText();
      if (same && value.equals(parameter)) {
        return run;
      }
    }
    throw new IllegalArgumentException("The results lack " + method + " " + parameter);
  }

  private static double median(JsonNode metric) {
    List<Double> values = new ArrayList<>();
    metric.path("rawData").forEach(fork -> fork.forEach(value -> values.add(value.asDouble())));
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A result without values: " + metric);
    }
    values.sort(null);
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }
}
