package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Sluice;
import io.trino.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of TPC-H and TPC-DS is planned. Which engines refuse which stands in {@code
 * docs/sql.md}.
 */
class TpcTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  static List<Tpc> suites() {
    return List.of(Tpc.h(), Tpc.ds());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void athenaTakesEveryQuery(Tpc suite) {
    try (Sluice sluice = open(suite)) {
      assertThat(suite.queries())
          .allSatisfy(
              query -> assertThat(Outcome.of(sluice, query).engines()).contains(ATHENA.value()));
    }
  }

  @TestFactory
  Stream<DynamicTest> trinosParserTakesAthenasText() {
    SqlParser parser = new SqlParser();
    return judge(ATHENA, parser::createStatement);
  }

  @TestFactory
  Stream<DynamicTest> jSqlParserTakesRedshiftsText() {
    return judge(
        SPECTRUM,
        text ->
            assertThatCode(() -> CCJSqlParserUtil.parse(text)).as(text).doesNotThrowAnyException());
  }

  private static Sluice open(Tpc suite) {
    return Sluice.builder().catalog(suite.catalog()).open();
  }

  private static Stream<DynamicTest> judge(EngineName engine, Consumer<String> judge) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Tpc suite : suites()) {
      try (Sluice sluice = open(suite)) {
        for (int i = 0; i < suite.queries().size(); i++) {
          String name = suite.name() + " " + (i + 1);
          Outcome.of(sluice, suite.queries().get(i))
              .candidate(engine)
              .map(Candidate::query)
              .map(NativeQuery::sql)
              .ifPresent(
                  text -> tests.add(DynamicTest.dynamicTest(name, () -> judge.accept(text))));
        }
      }
    }
    return tests.stream();
  }
}
