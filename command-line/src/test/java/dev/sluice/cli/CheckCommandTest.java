package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  private static final List<ResultColumn> ONE = List.of(new ResultColumn("one", Primitive.INTEGER));

  private final Path lake;

  CheckCommandTest(@TempDir Path lake) {
    this.lake = lake;
  }

  @Test
  void saysOfEachPartWhetherItWorks() {
    Run run = new Run().planning(Example::sparkPlan).answering(ONE, List.of(1));
    assertThat(run.execute("check", "--lake=" + lake)).isZero();
    assertThat(run.sqls).containsExactly("SELECT 1 AS one");
    assertThat(run.out())
        .contains("ok  catalog   lists databases: web\n")
        .containsPattern("ok  spark     answers SELECT 1 AS one: in \\d+\\.\\d s\n")
        .contains("-   athena    is not set up");
  }

  @Test
  void exitsWithThreeWhereAnEngineFails() {
    Run run =
        new Run()
            .planning(Example::sparkPlan)
            .answering(
                plan -> {
                  throw new SluiceException(ErrorCode.ENGINE_UNAVAILABLE, "Spark has no memory");
                });
    assertThat(run.execute("check", "--lake=" + lake)).isEqualTo(3);
    assertThat(run.out()).contains("NO  spark     answers SELECT 1 AS one: Spark has no memory");
  }

  @Test
  void takesAnotherAnswerForAFailure() {
    Run run = new Run().planning(Example::sparkPlan).answering(ONE, List.of(2));
    assertThat(run.execute("check", "--lake=" + lake)).isEqualTo(3);
    assertThat(run.out()).contains("another answer than 1");
  }

  @Test
  void tellsProgramsTheSame() throws Exception {
    Run run = new Run().planning(Example::sparkPlan).answering(ONE, List.of(1));
    assertThat(run.execute("check", "--lake=" + lake, "--format=json")).isZero();
    JsonNode results = new ObjectMapper().readTree(run.out());
    assertThat(results).hasSize(4);
    assertThat(results.path(0).path("outcome").asText()).isEqualTo("good");
    assertThat(results.path(2).path("outcome").asText()).isEqualTo("not set up");
  }
}
