package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.EngineName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixReportTest {
  /** Surefire starts tests in the module's folder. */
  private static final Path PAGE = Path.of("..", "docs", "capability-matrix.md");

  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();
  private final Path folder;

  MatrixReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** To write the page anew: {@code mvn verify -pl capability-matrix -am -Dsluice.write=true}. */
  @Test
  void thePageOfTheDocumentationIsTheDatas() throws IOException {
    String page = MatrixReport.markdown(matrix);
    if (Boolean.getBoolean("sluice.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void jsonHoldsEveryCellInTheAgreedShape() throws IOException {
    JsonNode json = new ObjectMapper().readTree(MatrixReport.json(matrix));
    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(json.get("capabilities")).hasSize(Capability.values().length);
    for (JsonNode row : json.get("capabilities")) {
      assertThat(row.fieldNames())
          .toIterable()
          .containsExactly("capability", "title", "area", "cells");
      Capability capability = Capability.valueOf(row.get("capability").asText());
      assertThat(row.get("cells").fieldNames())
          .toIterable()
          .containsExactly("athena", "spectrum", "spark");
      for (EngineName engine : matrix.engines()) {
        assertSame(row.get("cells").get(engine.value()), matrix.cell(engine, capability));
      }
    }
  }

  @Test
  void textIsAlignedAndTellsWhatAnOverlayChanged() throws IOException {
    assertThat(MatrixReport.text(matrix).lines())
        .anyMatch(line -> line.matches("  QUALIFY +qualify-to-subquery +yes +qualify-to-subquery"))
        .anyMatch(line -> line.matches("  RETURN_STRUCT +yes +serialize-nested \\* +yes"))
        .allMatch(line -> line.length() <= 120);
    Path file =
        Files.writeString(
            folder.resolve("ours.yaml"), "QUALIFY:\n  athena: {verdict: refuse, why: off}\n");
    assertThat(MatrixReport.text(matrix.overlaid(file)))
        .contains("changed: QUALIFY on athena: rewrite became refuse by " + file);
  }

  @Test
  void reportsAreTheSameEachTime() {
    CapabilityMatrix again = CapabilityMatrix.shipped();
    assertThat(MatrixReport.json(matrix)).isEqualTo(MatrixReport.json(again));
    assertThat(MatrixReport.text(matrix)).isEqualTo(MatrixReport.text(again));
  }

  private static void assertSame(JsonNode json, Cell cell) {
    assertThat(json.get("verdict").asText()).isEqualTo(MatrixWords.word(cell.verdict()));
    assertThat(json.get("source").asText()).isEqualTo(cell.source());
    assertThat(json.get("checked").asText()).isEqualTo(cell.checked().toString());
    assertThat(json.get("confidence").asText()).isEqualTo(MatrixWords.word(cell.confidence()));
    assertText(json.get("rule"), cell.rule());
    assertText(json.get("why"), cell.why());
    assertText(json.get("caveat"), cell.caveat());
    assertText(json.get("probe"), cell.probe());
  }

  private static void assertText(JsonNode json, @Nullable String expected) {
    assertThat(json.isNull() ? null : json.asText()).isEqualTo(expected);
  }
}
