package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.ErrorCode;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text takes unbounded time or overflows a stack, even a small one. */
@Timeout(60)
class LimitsTest {
  private static void onASmallStack(Runnable task) throws Exception {
    FutureTask<Boolean> future = new FutureTask<>(task, true);
    new Thread(null, future, "small", 512 << 10).start();
    assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
  }

  private static String nested(String open, String close, int times) {
    return open.repeat(times) + "1" + close.repeat(times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "( | )",
        "f( | )",
        "CASE WHEN a THEN | END",
        "(SELECT | )",
        "a[ | ]",
        "ARRAY[ | ]",
        "CAST( | AS bigint)",
        "f(x -> (| ))",
        "- | ' '",
        "NOT | ' '"
      })
  void readsDeepQueriesAndRefusesDeeperOnes(String open, String close) throws Exception {
    String start = open + " ";
    int levels = open.contains("->") ? 90 : 290;
    onASmallStack(() -> Parsed.tree("SELECT " + nested(start, " " + close, levels)));
    onASmallStack(() -> refused("SELECT " + nested(start, " " + close, 10_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", "[1]", " IS NULL", " || 'a'", ".b"})
  void refusesChainsThatAreTooLong(String link) throws Exception {
    onASmallStack(() -> refused("SELECT a" + link.repeat(40_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " AND b = 1",
        " OR b = 1",
        " AND b BETWEEN 1 AND 2",
        " OR b LIKE 'x%'",
        " AND b IN (1, 2)"
      })
  void readsLongConditions(String link) throws Exception {
    onASmallStack(() -> Parsed.tree("SELECT 1 FROM t WHERE a" + link.repeat(20_000)));
  }

  @Test
  void readsLongUnionsOfAll() throws Exception {
    onASmallStack(() -> Parsed.tree("SELECT 1" + " UNION ALL SELECT 1".repeat(20_000)));
  }

  /** Words follow each other here without a sign between the dots. */
  @Test
  void readsLongUnionsOverQualifiedTables() throws Exception {
    String branch = " UNION ALL SELECT a FROM web.t";
    onASmallStack(() -> Parsed.tree("SELECT a FROM web.t" + branch.repeat(10_000)));
  }

  @Test
  void refusesLongJoinsAndUnions() throws Exception {
    onASmallStack(() -> refused("SELECT 1" + " UNION SELECT 1".repeat(20_000)));
    onASmallStack(() -> refused("SELECT 1 FROM t" + " JOIN t ON a".repeat(20_000)));
  }

  @Test
  void refusesACaseWhoseOperandCalciteRepeatsWithoutEnd() {
    refused("SELECT " + "CASE ".repeat(60) + "1" + " WHEN 1 THEN 1 WHEN 2 THEN 2 END".repeat(60));
  }

  private static void refused(String sql) {
    SluiceException e = catchThrowableOfType(SluiceException.class, () -> Parsed.tree(sql));
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(ErrorCode.QUERY_TOO_LARGE);
  }

  @Test
  void readsAMegabyteOfBlanksOrComment() {
    String blanks = " ".repeat(1_000_000);
    assertThat(Parsed.text("SELECT 1" + blanks)).isEqualTo("SELECT 1");
    assertThat(Parsed.text("SELECT 1 /*" + blanks + "*/")).isEqualTo("SELECT 1");
    assertThat(Parsed.text("SELECT '" + blanks + "'")).hasSizeGreaterThan(8);
  }

  @Test
  void keepsTheConfiguredLimits() {
    QueryParser parser = new QueryParser(new QueryLimits(40, 10, 3));
    assertThat(parser.parse("SELECT (((1)))")).isNotNull();
    assertThat(parser.parse("SELECT 1,2,3,4,5")).isNotNull();
    assertRefused(
        parser,
        "SELECT ((((1))))",
        "nests 4 levels deep; the limit is 3, reached at line 1, column 11",
        "raise the setting limits.depth");
    assertRefused(
        parser,
        "SELECT 1,2,3,4,5,6,7",
        "14 words and signs; the limit is 10, reached at line 1, column 17",
        "raise the setting limits.tokens");
    assertRefused(
        parser,
        " ".repeat(41),
        "41 characters; the limit is 40",
        "raise the setting limits.characters");
  }

  @Test
  void namesTheLimitOfATreeThatIsTooDeepOrTooLarge() {
    QueryParser shallow = new QueryParser(new QueryLimits(200, 100, 1));
    assertRefused(
        shallow, "SELECT 1+1+1+1", "tree has more than 4 levels", "the setting limits.depth");
    QueryParser parser = new QueryParser(QueryLimits.DEFAULT);
    assertRefused(
        parser,
        "SELECT " + "CASE ".repeat(60) + "1" + " WHEN 1 THEN 1 WHEN 2 THEN 2 END".repeat(60),
        "tree has more than 2000000 parts",
        "the setting limits.tokens");
  }

  @Test
  void readsAsDeepAsTheLargestLimitAllows() throws Exception {
    QueryParser parser = new QueryParser(QueryLimits.DEFAULT.with("depth", "3000"));
    onASmallStack(() -> parser.parse("SELECT " + nested("f(", ")", 2_990)));
    onASmallStack(() -> parser.parse("SELECT " + nested("(", ")", 3_000)));
    onASmallStack(() -> parser.parse("SELECT " + nested("(SELECT ", ")", 2_500)));
  }

  private static void assertRefused(QueryParser parser, String sql, String... texts) {
    SluiceException e = catchThrowableOfType(SluiceException.class, () -> parser.parse(sql));
    assertThat(e.getMessage()).contains(texts);
    assertThat(e.code()).isEqualTo(ErrorCode.QUERY_TOO_LARGE);
  }

  @Test
  void pointsAtTheNumberThatIsTooLong() {
    SluiceException e =
        catchThrowableOfType(
            SluiceException.class, () -> Parsed.tree("SELECT " + "9".repeat(1_000_000)));
    assertThat(e.position()).contains(new SqlPosition(1, 8));
  }
}
