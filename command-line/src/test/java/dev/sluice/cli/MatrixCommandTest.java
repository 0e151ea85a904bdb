package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixCommandTest {
  private final Run run = new Run();

  @Test
  void printsTextForAPerson() {
    assertThat(run.execute("matrix")).isZero();
    assertThat(run.out()).contains("athena", "spectrum", "spark").endsWith("\n");
  }

  @Test
  void printsJsonForAProgram() throws Exception {
    assertThat(run.execute("matrix", "--format", "json")).isZero();
    JsonNode document = new ObjectMapper().readTree(run.out());
    assertThat(document.get("schema").asInt()).isEqualTo(1);
    assertThat(document.get("capabilities").get(0).get("cells").has("athena")).isTrue();
  }

  @Test
  void printsMarkdownForTheDocumentation() {
    assertThat(run.execute("matrix", "--format", "markdown")).isZero();
    assertThat(run.out()).contains("|");
  }

  @Test
  void printsOnePageForABrowser() {
    assertThat(run.execute("matrix", "--format", "html")).isZero();
    assertThat(run.out()).startsWith("<!DOCTYPE html>").contains("id=\"READ_PARQUET\"");
  }

  @Test
  void showsWhatAConfigurationAndAnOverlayMakeOfIt(@TempDir Path folder) throws IOException {
    Path overlay =
        Files.writeString(
            folder.resolve("ours.yaml"),
            "functions: {mask: {returns: varchar, spark: mask}}\n"
                + "QUALIFY: {spectrum: {verdict: refuse}}\n");
    Path configuration =
        Files.writeString(folder.resolve("sluice.yaml"), "engines: {athena: {engine: 2}}\n");
    assertThat(
            run.execute(
                "matrix", "--config", configuration.toString(), "--matrix", overlay.toString()))
        .isZero();
    assertThat(run.out())
        .contains("changed: READ_DELTA on athena: native became refuse by the setting engine: 2")
        .contains("changed: QUALIFY on spectrum: native became refuse by " + overlay)
        .contains("declared: function mask() varchar by " + overlay);
  }
}
