package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.sql.dialect.Dialect;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a configuration may say to the modules together. */
class SettingsTest {
  private static final EngineName SPARK = EngineName.of("spark");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final String GUARDED = "SELECT person FROM web.payroll";

  private static SluiceConfiguration.Builder lake() {
    return SluiceConfiguration.builder().lake(Golden.LAKE);
  }

  private static void assertInvalid(SluiceConfiguration.Builder configuration, String... texts) {
    SluiceException error =
        catchThrowableOfType(
            SluiceException.class, () -> Sluice.open(configuration.build()).close());
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    assertThat(error.getMessage()).contains(texts);
  }

  static List<Dialect> dialects() {
    return Dialects.all();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void noEngineTakesASettingThatItDoesNotKnow(Dialect dialect) {
    String name = dialect.engine().value();

    assertInvalid(lake().engine(dialect.engine(), "memori", "2g"), "'memori'", "engine " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "spectrum,schema.web,did you mean schemas?",
    "spectrum,schemas,schemas.DATABASE",
    "spectrum,schemas.,schemas.DATABASE",
    "spark,lake-formatoin,did you mean lake-formation?",
    "athena,workgroups,did you mean workgroup?",
    "spectrum,preview-nested-array,did you mean preview-nested-arrays?"
  })
  void anUnknownSettingNamesTheNearest(String engine, String key, String text) {
    assertInvalid(
        lake().engine(EngineName.of(engine), key, "x"), "Unknown setting '" + key + "'", text);
  }

  @Test
  void anUnknownEngineNamesTheNearest() {
    assertInvalid(lake().engine(EngineName.of("spektrum"), "a", "b"), "did you mean spectrum?");
    assertInvalid(lake().prefer(List.of(EngineName.of("athen"))), "did you mean athena?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT click_id FROM web.clicks | all 6 partitions of web.clicks at line 1, column 22;",
        "SELECT 1 FROM web.clicks a, web.clicks b WHERE a.datetime = 'x' | all 6 partitions",
        "SELECT 1 FROM web.clicks WHERE user_id = 'x' | web.clicks at line 1, column 15; narrow its partition key datetime, for example datetime >= '",
      })
  void aQueryThatWouldReadEveryPartitionCanBeRefused(String sql, String text) {
    try (Sluice sluice = Sluice.open(lake().requirePartitionFilter(true).build())) {
      SluiceException error = catchThrowableOfType(SluiceException.class, () -> sluice.plan(sql));
      assertThat(error.code()).isEqualTo(ErrorCode.PARTITION_FILTER_REQUIRED);
      assertThat(error).hasMessageContaining(text);
    }
  }

  @Test
  void aPartitionFilterIsAskedOfTheTablesThatAreNamed() {
    TableName clicks = new TableName("web", "clicks");
    try (Sluice sluice = Sluice.open(lake().requirePartitionFilter(clicks).build())) {
      assertThatThrownBy(() -> sluice.plan("SELECT 1 FROM web.clicks WHERE datetime LIKE '%'"))
          .hasMessageContaining("web.clicks");
      sluice.plan("SELECT 1 FROM web.clicks WHERE datetime >= '2'");
      sluice.plan("SELECT 1 FROM web.rolls");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web.clics | of table web.clics, which is not in the catalog; did you mean web.clicks",
        "wep.clicks | of table wep.clicks, which is not in the catalog; did you mean web",
        "nowhere.near | of table nowhere.near, which is not in the catalog",
      })
  void aPartitionFilterOfATableThatIsNotThereIsAnError(String name, String text) {
    TableName table = new TableName(name.split("\\.")[0], name.split("\\.")[1]);
    TableName clicks = new TableName("web", "clicks");
    SluiceConfiguration configuration =
        lake().requirePartitionFilter(clicks).requirePartitionFilter(table).build();
    try (Sluice sluice = Sluice.open(configuration)) {
      SluiceException error =
          catchThrowableOfType(SluiceException.class, () -> sluice.plan("SELECT 1 FROM web.users"));
      assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
      assertThat(error).hasMessageContaining(text);
    }
  }

  @Test
  void aQueryBeyondALimitNamesTheLimitTheValueAndTheSetting() {
    String sql = "SELECT ((((1))))";
    try (Sluice sluice = Sluice.open(lake().limit("depth", "3").build())) {
      assertThatThrownBy(() -> sluice.plan(sql))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_TOO_LARGE))
          .hasMessage(
              "The query nests 4 levels deep; the limit is 3, reached at line 1, column 11"
                  + " (to allow more, raise the setting limits.depth)");
    }
    try (Sluice sluice = Sluice.open(lake().limit("depth", "4").build())) {
      assertThat(sluice.plan(sql).decision().answeredBy()).isNotNull();
    }
  }

  /** Every step after parsing recurses as deep, too. */
  @Test
  void theLargestDepthIsPlanned() {
    String sql = "SELECT " + "abs(".repeat(2_900) + "1" + ")".repeat(2_900);
    try (Sluice sluice = Sluice.open(lake().limit("depth", "3000").build())) {
      assertThat(sluice.plan(sql).decision().candidates()).hasSize(3);
    }
  }

  @Test
  void aDatabaseIsNamedInAnyCase() {
    try (Sluice sluice = Sluice.open(lake().engine(SPECTRUM, "schemas.WEB", "Ext").build())) {
      Plan plan = sluice.plan("SELECT user_id FROM web.users");
      assertThat(plan.decision().candidate(SPECTRUM).map(Candidate::query))
          .hasValueSatisfying(query -> assertThat(query.sql()).contains("\"Ext\".\"users\""));
    }
  }

  @Test
  void anExternalSchemaShowsOneDatabase() {
    assertInvalid(
        lake().engine(SPECTRUM, "schemas.web", "ext").engine(SPECTRUM, "schemas.raw", "EXT"),
        "'schemas.web'",
        "another database's");
    assertInvalid(lake().engine(SPECTRUM, "schemas.web", " "), "names no schema");
  }

  @Test
  void aTableUnderLakeFormationStaysOffSpark() {
    try (Sluice sluice = Sluice.open(lake().build())) {
      Candidate spark = sluice.plan(GUARDED).decision().candidate(SPARK).orElseThrow();
      assertThat(spark.isRefused()).isTrue();
      assertThat(spark.reasons().get(0).text()).contains("lake-formation: allow");
    }
  }

  @Test
  void aTableUnderLakeFormationGoesToSparkWhereTheConfigurationSaysSo() {
    SluiceConfiguration allowed = lake().engine(SPARK, "lake-formation", "allow").build();
    try (Sluice sluice = Sluice.open(allowed)) {
      Plan plan = sluice.plan(GUARDED);
      assertThat(plan.decision().candidate(SPARK).orElseThrow().isRefused()).isFalse();
      assertThat(plan.notes())
          .containsExactly(
              "Matrix: UNDER_LAKE_FORMATION on spark: refuse became native by the setting"
                  + " lake-formation: allow of engine spark");
    }
    assertInvalid(lake().engine(SPARK, "lake-formation", "true"), "'true'", "refuse or allow");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "athena | engine | 2 | SELECT name FROM web.users EXCEPT ALL SELECT kind FROM web.beacons | false | true",
        "athena | engine | 3 | SELECT name FROM web.users EXCEPT ALL SELECT kind FROM web.beacons | false | false",
        "athena | engine | 2 | SELECT name FROM web.users | false | false",
        "spectrum | preview-nested-arrays | true | SELECT cells FROM web.grids | true | false",
        "spectrum | preview-nested-arrays | true | SELECT x.k FROM web.grids g CROSS JOIN UNNEST(g.lists) AS x (k, v) | false | false",
        "spectrum | preview-nested-arrays | true | SELECT y FROM web.grids g CROSS JOIN UNNEST(g.cells) AS a (x) CROSS JOIN UNNEST(x) AS b (y) | true | true",
        "spectrum | preview-nested-arrays | true | SELECT cells[1][1] FROM web.grids | true | true",
        "spectrum | deployment | serverless | SELECT id FROM raw.packed_text | false | true",
      })
  void aSettingDecidesWhoMayAnswer(
      String engine, String key, String value, String sql, boolean refused, boolean refusedThen) {
    EngineName name = EngineName.of(engine);
    try (Sluice sluice = Sluice.open(lake().build());
        Sluice set = Sluice.open(lake().engine(name, key, value).build())) {
      assertThat(candidate(sluice, name, sql).isRefused()).isEqualTo(refused);
      assertThat(candidate(set, name, sql).isRefused()).isEqualTo(refusedThen);
    }
    assertInvalid(lake().engine(name, key, "perhaps"), "'perhaps'", key);
  }

  private static Candidate candidate(Sluice sluice, EngineName engine, String sql) {
    return sluice.plan(sql).decision().candidate(engine).orElseThrow();
  }

  @Test
  void aDialectThatCannotBeLoadedIsAnErrorWithItsName(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Dialect.class.getName()), "no.such.Dialect\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader broken = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(broken);
      assertThatThrownBy(() -> Sluice.open(Golden.LAKE).close())
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
          .hasMessageContaining("no.such.Dialect");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
