package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.Reason;
import dev.sluice.SluiceConfiguration;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.bind.TrinoFunctions;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.rewrite.Rule;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpectrumDialectTest {
  private final SpectrumDialect dialect = new SpectrumDialect();

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Dialect.class))
        .anyMatch(found -> found.engine().equals(EngineName.of("spectrum")));
  }

  @Test
  void hasARowForEveryFunctionOfTheLanguage() {
    Set<String> names =
        new TrinoFunctions()
            .all().stream()
                .map(operator -> operator.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    assertThat(dialect.functions().names()).containsAll(names);
  }

  @Test
  void rulesAreThoseThatTheMatrixNames() {
    Set<String> names = dialect.rules().stream().map(Rule::name).collect(Collectors.toSet());
    assertThat(names).isEqualTo(CapabilityMatrix.shipped().rules(dialect.engine()));
  }

  @Test
  void tableStandsInTheSchemaThatItsDatabaseIsMappedTo() {
    SluiceConfiguration mapped = Lake.mapped("web", "lake_web");
    assertThat(Lake.rewriting("SELECT id FROM web.shops", mapped).query().sql())
        .contains("FROM \"lake_web\".\"shops\" AS \"shops\"");
  }

  @Test
  void aliasIsNeverTheNameOfASchema() {
    assertThat(Lake.text("SELECT ext.id, x FROM web.clicks ext, UNNEST(ext.words) AS web (x)"))
        .isEqualTo(
            "SELECT \"ext_2\".\"id\", \"web_2\" AS \"x\""
                + " FROM \"web\".\"clicks\" AS \"ext_2\", \"ext_2\".\"words\" AS \"web_2\"");
  }

  /** Redshift folds names to lower case, quoted or not. */
  @Test
  void aSchemaOfOtherCaseIsTheSameSchema() {
    assertThat(Lake.rewriting("SELECT s.id FROM web.shops s", Set.of("WEB", "S")).query().sql())
        .contains("AS \"s_2\"");
  }

  @Test
  void backslashesInLiteralsAreDoubled() {
    assertThat(Lake.expression("'C:\\temp'")).isEqualTo("'C:\\\\temp'");
  }

  @Test
  void refusesAFunctionWithNoRow() {
    assertThat(dialect.functions().find("no_such_function")).isEmpty();
  }

  @Test
  void everyReasonNamesItsSource() {
    for (String expression :
        new String[] {"avg(c.price)", "week(c.ts)", "c.ts + INTERVAL '1' DAY / 2"}) {
      assertThat(Lake.rewriting(Lake.around(expression)).remarks())
          .satisfies(
              remarks ->
                  assertThat(remarks.refusals().isEmpty() ? remarks.caveats() : remarks.refusals())
                      .isNotEmpty()
                      .extracting(Reason::source)
                      .noneMatch(String::isBlank));
    }
  }

  @Test
  void sameQueryGivesTheSameBytes() {
    String sql = "SELECT count(*) FILTER (WHERE ok), max(n) FROM web.clicks GROUP BY day";
    assertThat(Lake.query(sql)).isEqualTo(Lake.query(sql));
  }

  @Test
  void formsAreShared() {
    FunctionForm form = dialect.functions().find("LENGTH").orElseThrow();
    assertThat(dialect.functions().find("length")).containsSame(form);
  }
}
