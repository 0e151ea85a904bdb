package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

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
}
