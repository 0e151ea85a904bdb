package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.EngineName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
          .containsExactly("capability", "title", "area", "cells", "when");
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
        .anyMatch(
            line -> line.matches("  RETURN_STRUCT +values-as-text +serialize-nested \\* +yes"))
        .allMatch(line -> line.length() <= 120);
    Path file =
        Files.writeString(
            folder.resolve("ours.yaml"), "QUALIFY:\n  athena: {verdict: refuse, why: off}\n");
    assertThat(MatrixReport.text(matrix.overlaid(file)))
        .contains("changed: QUALIFY on athena: rewrite became refuse by " + file);
  }

  @Test
  void htmlIsOnePageThatNeedsNothingElse() {
    String page = MatrixReport.html(matrix);
    assertThat(page)
        .doesNotContainPattern("(src|href)=\"(?!https://|#)[^\"]")
        .doesNotContain("<link", "@import", "url(", "<!-- ")
        .doesNotContainPattern("<script[^>]+src");
    for (CapabilityRow row : matrix.rows()) {
      String shown = page.substring(page.indexOf("id=\"" + row.capability() + '"'));
      String tag = shown.substring(0, shown.indexOf('>'));
      for (EngineName engine : matrix.engines()) {
        Cell cell = matrix.cell(engine, row.capability());
        String verdict =
            MatrixWords.word(cell.verdict()) + (cell.caveat() == null ? "" : " caveat");
        assertThat(tag).contains("data-" + engine + "=\"" + verdict + '"');
      }
    }
  }

  @Test
  void htmlSaysWhatASettingAndAnOverlayMakeOfIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("our.yaml"), "QUALIFY:\n  athena: {verdict: refuse, why: a < b}\n");
    String page =
        MatrixReport.html(
            matrix.configured(EngineName.of("athena"), Map.of("engine", "2")).overlaid(file));
    assertThat(page)
        .contains("Changed here", "RECURSIVE_WITH on athena: native became refuse by the setting")
        .contains("With <code>engine: 2</code>: no", "A &lt; b")
        .doesNotContain("a < b");
    assertThat(MatrixReport.html(matrix)).doesNotContain("Changed here");
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
