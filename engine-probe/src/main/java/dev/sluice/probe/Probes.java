package dev.sluice.probe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.matrix.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The probes that come with Sluice: {@code probes.yaml}.
 *
 * @param notProbed why there is no probe, for each capability that has none
 */
public record Probes(List<Probe> all, Map<Capability, String> notProbed) {
  public Probes {
    all = List.copyOf(all);
    notProbed = Map.copyOf(notProbed);
  }

  public static Probes shipped() {
    try (InputStream stream = Probes.class.getResourceAsStream("probes.yaml")) {
      JsonNode file =
          YAMLMapper.builder()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              // 1.50 is not 1.5: decimals have their scale.
              .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
              .build()
              .readTree(stream);
      return new Probes(probes(file.path("probes")), reasons(file.path("not-probed")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Probe> probes(JsonNode entries) {
    List<Probe> probes = new ArrayList<>();
    entries
        .properties()
        .forEach(
            entry -> {
              List<String> rows = new ArrayList<>();
              entry.getValue().path("rows").forEach(row -> rows.add(AnswerText.of(row)));
              probes.add(
                  new Probe(
                      Capability.valueOf(entry.getKey()),
                      entry.getValue().path("sql").asText(),
                      entry.getValue().path("ordered").asBoolean(),
                      rows));
            });
    return probes;
  }

  private static Map<Capability, String> reasons(JsonNode entries) {
    Map<Capability, String> reasons = new EnumMap<>(Capability.class);
    entries
        .properties()
        .forEach(
            entry -> reasons.put(Capability.valueOf(entry.getKey()), entry.getValue().asText()));
    return reasons;
  }
}
