package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of the user's own, which an overlay declares. */
class DeclaredFunctionsTest {
  private static final String MASK =
      """
      functions:
        mask:
          arguments: varchar, bigint
          returns: varchar
          spectrum: public.f_mask
          spark: mask_text
      """;

  private final Path folder;

  DeclaredFunctionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Sluice open(String overlay) throws IOException {
    Path file = Files.writeString(folder.resolve("ours.yaml"), overlay);
    return Sluice.open(SluiceConfiguration.builder().lake(Golden.LAKE).matrixOverlay(file).build());
  }

  @Test
  void areSaidUnderEachEnginesName() throws IOException {
    try (Sluice sluice = open(MASK)) {
      Plan plan = sluice.plan("SELECT MASK(name, visits) AS m FROM web.users");
      assertThat(text(plan, "spectrum"))
          .contains(
              "public.f_mask(\"users\".\"name\", CAST(\"users\".\"visits\" AS BIGINT)) AS \"m\"");
      assertThat(text(plan, "spark")).contains("mask_text(`users`.`name`, CAST(");
      assertThat(plan.columns()).singleElement().hasToString("ResultColumn[name=m, type=varchar]");
      assertThat(plan.notes())
          .containsExactly(
              "Matrix: function mask(varchar, bigint) varchar by " + folder.resolve("ours.yaml"));
    }
  }

  @Test
  void anEngineWithoutANameForOneIsRefused() throws IOException {
    try (Sluice sluice = open(MASK)) {
      Plan plan = sluice.plan("SELECT mask(name, 1) FROM web.users");
      Candidate athena = candidate(plan, "athena");
      assertThat(athena.isRefused()).isTrue();
      assertThat(athena.reasons().get(0).text()).contains("declared without a name for athena");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT mask(name) FROM web.users | takes 2 arguments, not 1",
        "SELECT mask(visits, 1) FROM web.users | mask",
        "SELECT mask(name, score) FROM web.users | mask",
      })
  void takeWhatTheyAreDeclaredToTake(String sql, String message) throws IOException {
    try (Sluice sluice = open(MASK)) {
      assertThatThrownBy(() -> sluice.plan(sql)).hasMessageContaining(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lower: {arguments: varchar, returns: varchar, spark: lower} | 'lower' is a function already",
        "f: {arguments: varchr, returns: varchar, spark: f} | 'varchr'",
        "f: {returns: 'varchar), (1', spark: f} | is no type of SQL's",
      })
  void whatCannotBeDeclaredIsAnErrorOfTheConfiguration(String function, String message) {
    assertThatThrownBy(() -> open("functions:\n  " + function + "\n").close())
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessageContaining(message)
        .hasMessageContaining("ours.yaml, line 2");
  }

  private static Candidate candidate(Plan plan, String engine) {
    return plan.decision().candidate(EngineName.of(engine)).orElseThrow();
  }

  private static String text(Plan plan, String engine) {
    NativeQuery query = candidate(plan, engine).query();
    return Objects.requireNonNull(query).sql();
  }
}
