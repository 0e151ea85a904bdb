package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Rows;
import dev.sluice.RunOptions;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.StructValue;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sluice's client of Redshift: Amazon's driver over a socket, before a stand-in. */
final class SpectrumEngineTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final DataType DEVICE =
      new DataType.Struct(
          List.of(
              new DataType.Field("os", Primitive.STRING),
              new DataType.Field("width", Primitive.INTEGER)));
  private static final Table VISITS =
      table("visits")
          .column("id", Primitive.STRING)
          .column("device", DEVICE)
          .column("price", new DataType.Decimal(20, 2))
          .column("day", Primitive.DATE)
          .column("at", Primitive.TIMESTAMP)
          .column("n", Primitive.BIGINT)
          .column("ok", Primitive.BOOLEAN)
          .column("score", Primitive.DOUBLE)
          .build();
  private static final Table MANY =
      table("many").column("n", Primitive.BIGINT).column("text", Primitive.STRING).build();
  private static final int MANY_ROWS = 50_000;

  private static RedshiftStandIn redshift;
  private static Sluice sluice;

  private static Table.Builder table(String name) {
    return Table.builder(new TableName("web", name))
        .storage(Storage.of(TableFormat.PARQUET, "s3://lake/web/" + name));
  }

  @BeforeAll
  static void start() throws SQLException, IOException {
    redshift = RedshiftStandIn.start();
    redshift.tables().createSchema("web", "web", "arn:aws:iam::123456789012:role/spectrum");
    redshift.tables().add("web", VISITS, List.of(file(SpectrumEngineTest::visits)));
    redshift.tables().add("web", MANY, List.of(file(SpectrumEngineTest::many)));
    sluice = open();
  }

  private static DataFile file(java.util.function.Supplier<Stream<List<@Nullable Object>>> rows) {
    return new DataFile("s3://lake/web/file", 1000, List.of(), rows);
  }

  private static Stream<List<@Nullable Object>> visits() {
    return Stream.of(
        Arrays.asList(
            "a",
            new StructValue(List.of("os", "width"), List.of("ios, \"x\"", 7)),
            new BigDecimal("123456789012345678.50"),
            LocalDate.of(2019, 3, 27),
            LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000),
            70_000_000_000L,
            true,
            1.5),
        Arrays.asList("b", null, null, null, null, null, null, null));
  }

  private static Stream<List<@Nullable Object>> many() {
    return LongStream.range(0, MANY_ROWS).mapToObj(n -> Arrays.asList(n, "text " + n));
  }

  private static Sluice open() {
    SluiceConfiguration configuration =
        SluiceConfiguration.builder()
            .engine(SPECTRUM, "url", redshift.jdbcUrl())
            .engine(SPECTRUM, "user", RedshiftStandIn.USER)
            .engine(SPECTRUM, "password", RedshiftStandIn.PASSWORD)
            .engine(SPECTRUM, "connections", "1")
            .prefer(List.of(SPECTRUM))
            .build();
    return Sluice.builder()
        .configuration(configuration)
        .catalog(InMemoryCatalog.builder().table(VISITS).table(MANY).build())
        .open();
  }

  @AfterEach
  void mend() {
    redshift.faults().clear();
  }

  @AfterAll
  static void stop() {
    sluice.close();
    redshift.close();
  }

  private static List<List<@Nullable Object>> answer(String sql) {
    return Answers.to(sluice, sql);
  }

  @Test
  void everyTypeComesBackAsItIs() {
    assertThat(answer("SELECT id, price, day, at, n, ok, score FROM web.visits ORDER BY id"))
        .containsExactly(
            Arrays.asList(
                "a",
                new BigDecimal("123456789012345678.50"),
                LocalDate.of(2019, 3, 27),
                LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000),
                70_000_000_000L,
                true,
                1.5),
            Arrays.asList("b", null, null, null, null, null, null));
  }

  @Test
  void wholeStructsComeBackAndTheSessionForgetsHow() {
    assertThat(answer("SELECT id, device FROM web.visits ORDER BY id"))
        .containsExactly(
            List.of("a", new StructValue(List.of("os", "width"), List.of("ios, \"x\"", 7))),
            Arrays.asList("b", null));
    // The same session, for there is one: paths would fail had it kept its setting.
    assertThat(answer("SELECT device.os FROM web.visits WHERE id = 'a'"))
        .containsExactly(List.of("ios, \"x\""));
  }

  @Test
  void aTagIsTheQuerysLabelAndNoOthers() throws SQLException {
    redshift
        .tables()
        .run(
            "CREATE VIEW public.labels AS"
                + " SELECT current_setting('redshift.query_group')::varchar(99) AS label",
            "GRANT SELECT ON public.labels TO PUBLIC");
    try (Sluice other = open()) {
      String sql = "SELECT label FROM public.labels";
      RunOptions tagged = RunOptions.DEFAULT.withTag("it's a report");
      assertThat(Answers.all(other.run(other.plan(sql), tagged)))
          .containsExactly(List.of("it's a report"));
      assertThat(Answers.to(other, sql)).containsExactly(List.of("sluice"));
    }
  }

  @Test
  void namesAreReadInLowerCaseWhateverTheDatabaseIsSetTo() throws SQLException {
    String setting = "ALTER DATABASE dev SET redshift.enable_case_sensitive_identifier TO '%s'";
    redshift.tables().run(setting.formatted(true));
    try (Sluice other = open()) {
      assertThat(
              Answers.to(
                  other,
                  "SELECT t.\"UP\" FROM (SELECT id AS \"Up\" FROM web.visits WHERE id = 'a') AS t"))
          .containsExactly(List.of("a"));
    } finally {
      redshift.tables().run(setting.formatted(false));
    }
  }

  @Test
  void manyRowsComeInTurns() {
    long sum = 0;
    try (Rows rows = sluice.query("SELECT n FROM web.many")) {
      while (rows.next()) {
        sum += (Long) java.util.Objects.requireNonNull(rows.value(0));
      }
      assertThat(rows.statistics().bytesScanned()).isPresent();
      assertThat(rows.statistics().id()).isPresent();
    }
    assertThat(sum).isEqualTo((long) MANY_ROWS * (MANY_ROWS - 1) / 2);
  }

  @Test
  void rowsThatAreClosedEarlyLeaveTheSessionToOthers() {
    try (Rows rows = sluice.query("SELECT n, text FROM web.many")) {
      assertThat(rows.next()).isTrue();
    }
    assertThat(answer("SELECT count(*) FROM web.visits")).containsExactly(List.of(2L));
  }

  @Test
  void aCancelledQueryIsToldAsSuch() {
    try (Rows rows = sluice.query("SELECT n, text FROM web.many")) {
      assertThat(rows.next()).isTrue();
      rows.cancel();
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }
    assertThat(answer("SELECT count(*) FROM web.visits")).containsExactly(List.of(2L));
  }

  @Test
  void whatBreaksOffIsAnError() {
    redshift.faults().resetAfterRows(1500);
    assertThatThrownBy(() -> answer("SELECT n, text FROM web.many"))
        .isInstanceOf(SluiceException.class);
    redshift.faults().clear();
    assertThat(answer("SELECT count(*) FROM web.visits")).containsExactly(List.of(2L));
  }

  @Test
  void theWholeTextOfAScansErrorIsTold() {
    redshift.faults().failScan("Spectrum Scan Error: short", "the whole story of it");
    assertThatThrownBy(() -> answer("SELECT id FROM web.visits"))
        .hasMessageContaining("Spectrum Scan Error: short")
        .hasMessageContaining("the whole story of it");
  }

  @Test
  void aWrongPasswordIsToldAndNotShown() {
    SluiceConfiguration configuration =
        SluiceConfiguration.builder()
            .engine(SPECTRUM, "url", redshift.jdbcUrl())
            .engine(SPECTRUM, "user", RedshiftStandIn.USER)
            .engine(SPECTRUM, "password", "not-the-secret")
            .engine(SPECTRUM, "schemas.web", "web")
            .prefer(List.of(SPECTRUM))
            .build();
    try (Sluice other =
        Sluice.builder()
            .configuration(configuration)
            .catalog(InMemoryCatalog.builder().table(VISITS).build())
            .open()) {
      assertThatThrownBy(() -> other.query("SELECT id FROM web.visits").next())
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_INVALID);
                assertThat(e.toString()).doesNotContain("not-the-secret");
              });
    }
  }
}
