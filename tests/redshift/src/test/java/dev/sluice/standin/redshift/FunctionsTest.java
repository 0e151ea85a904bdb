package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.standin.redshift.sql.RedshiftFunctions;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each function answers the examples of its page of the Amazon Redshift Database Developer Guide
 * ({@code examples.txt}), and each that the stand-in supplies itself has one.
 */
@ExtendWith(SharedStandIn.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionsTest {
  private final RedshiftStandIn standIn;
  private final Asked asked;

  FunctionsTest(RedshiftStandIn standIn) throws SQLException {
    this.standIn = standIn;
    this.asked = Asked.of(standIn);
  }

  @AfterAll
  void close() throws SQLException {
    asked.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "examples.txt", delimiterString = " # ", quoteCharacter = '`')
  void answersThePagesExample(String page, String expression, String answer) {
    if (answer.equals("error")) {
      assertThat(asked.refusal("SELECT " + expression)).as(page).startsWith("ERROR: ");
    } else {
      assertThat(asked.refusal("SELECT " + expression))
          .as(page)
          .isEqualTo("answered [" + (answer.equals("''") ? "" : answer) + "]");
    }
  }

  @Test
  void namesAPageForEachFunction() {
    assertThat(RedshiftFunctions.all().values())
        .hasSizeGreaterThan(150)
        .allSatisfy(
            entry ->
                assertThat(entry.address())
                    .matches(
                        "https://docs\\.aws\\.amazon\\.com/redshift/latest/dg/[\\w-]+\\.html"));
  }

  /** What is callable by name; operators' functions and helpers of the proxy's are not. */
  @Test
  void suppliesNoFunctionThatRedshiftLacks() throws SQLException {
    Set<String> supplied = new TreeSet<>();
    try (var connection = standIn.behind().getConnection();
        var statement = connection.createStatement();
        var names =
            statement.executeQuery(
                "SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'redshift'::regnamespace")) {
      while (names.next()) {
        supplied.add(names.getString(1));
      }
    }
    Set<String> helpers =
        Set.of(
            "avg_add",
            "avg_end",
            "date_part_of",
            "date_trunc_to",
            "json_path_text",
            "listagg_limit",
            "micros",
            "no_decimal_average",
            "no_decimal_division",
            "nth_from_end",
            "nth_from_start",
            "regexp_flags",
            "text_eq",
            "text_ge",
            "text_gt",
            "text_le",
            "text_lt",
            "type_name",
            "text_ne");
    supplied.removeAll(helpers);
    assertThat(RedshiftFunctions.all().keySet()).containsAll(supplied);
    assertThat(helpers).noneMatch(RedshiftFunctions.all()::containsKey);
  }
}
