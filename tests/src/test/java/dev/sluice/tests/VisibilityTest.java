package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Candidate;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.InMemoryCatalog;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans go by what each engine sees. */
class VisibilityTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName ATHENA = EngineName.of("athena");

  private static Sluice sluice;

  @BeforeAll
  static void open() {
    InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
    for (String database : List.of("web", "ads")) {
      catalog.table(
          Table.builder(new TableName(database, "users"))
              .column("id", Primitive.BIGINT)
              .storage(Storage.of(TableFormat.PARQUET, "s3://lake/" + database))
              .build());
    }
    sluice =
        Sluice.builder().catalog(catalog.build()).engine(new ShortSighted(SPECTRUM, "web")).open();
  }

  @AfterAll
  static void close() {
    sluice.close();
  }

  private static Candidate candidate(Plan plan, EngineName engine) {
    return plan.decision().candidate(engine).orElseThrow();
  }

  private static String text(Candidate candidate) {
    NativeQuery query = candidate.query();
    return query == null ? "refused" : query.sql().replaceAll("\\s+", " ");
  }

  @Test
  void callsADatabaseWhatTheEngineCallsIt() {
    Plan plan = sluice.plan("SELECT id FROM ads.users");
    assertThat(text(candidate(plan, SPECTRUM))).contains("FROM \"seen_ads\".\"users\"");
    assertThat(text(candidate(plan, ATHENA))).contains("FROM \"ads\".\"users\"");
  }

  @Test
  void refusesAnEngineThatDoesNotSeeATable() {
    Plan plan = sluice.plan("SELECT a.id FROM ads.users a JOIN web.users w ON a.id = w.id");
    Reason reason = candidate(plan, SPECTRUM).reasons().get(0);
    assertThat(reason.text()).contains("web.users").contains("no schema shows web");
    assertThat(String.valueOf(reason.position())).isEqualTo("line 1, column 35");
    assertThat(plan.decision().engine()).isEqualTo(ATHENA);
  }

  @Test
  void joinsATableOfAnEnginesOwnThereAndNowhereElse() {
    Plan plan = sluice.plan("SELECT t.name FROM sales.targets t JOIN ads.users u ON t.id = u.id");
    assertThat(plan.decision().engine()).isEqualTo(SPECTRUM);
    assertThat(text(candidate(plan, SPECTRUM)))
        .contains("\"sales\".\"targets\"")
        .contains("\"seen_ads\".\"users\"");
    assertThat(candidate(plan, ATHENA).reasons())
        .extracting(Reason::capability)
        .containsExactly("READ_ENGINE_OWN");
  }

  @Test
  void passesAViewOfSeveralDialectsByNameToWhomItHasATextFor() {
    for (String dialect : List.of("ATHENA", "REDSHIFT")) {
      Table view =
          Table.builder(new TableName("ads", "shared"))
              .column("id", Primitive.BIGINT)
              .storage(new Storage(TableFormat.DEFINER_VIEW, null, null, null, Map.of(), null))
              .viewDialects(Set.of(dialect, "SPARK"))
              .build();
      InMemoryCatalog catalog = InMemoryCatalog.builder().table(view).build();
      try (Sluice views = Sluice.builder().catalog(catalog).open()) {
        Plan plan = views.plan("SELECT id FROM ads.shared WHERE id > 1");
        boolean athena = dialect.equals("ATHENA");
        assertThat(plan.decision().engine()).isEqualTo(athena ? ATHENA : SPECTRUM);
        assertThat(text(candidate(plan, athena ? ATHENA : SPECTRUM))).contains("\"shared\"");
        assertThat(candidate(plan, athena ? SPECTRUM : ATHENA).reasons())
            .extracting(Reason::capability)
            .containsExactly("VIEW_WITHOUT_TEXT");
        assertThat(candidate(plan, EngineName.of("spark")).reasons())
            .extracting(Reason::capability)
            .containsExactly("READ_DEFINER_VIEW");
      }
    }
  }

  @Test
  void listsWhatEnginesKeepBesideTheCatalog() {
    assertThat(sluice.catalog().databases()).containsExactly("ads", "sales", "web");
    assertThat(sluice.catalog().tables("sales")).hasSize(1);
    assertThat(sluice.catalog().table(new TableName("sales", "targets"))).isPresent();
  }

  @Test
  void hidesAnEnginesSchemaBehindADatabaseOfItsName() {
    Table ours =
        Table.builder(new TableName("sales", "orders"))
            .column("id", Primitive.BIGINT)
            .storage(Storage.of(TableFormat.PARQUET, "s3://lake/sales"))
            .build();
    try (Sluice both =
        Sluice.builder()
            .catalog(InMemoryCatalog.builder().table(ours).build())
            .engine(new ShortSighted(SPECTRUM, "web"))
            .open()) {
      assertThat(both.catalog().tables("sales")).containsExactly(ours);
      assertThatThrownBy(() -> both.plan("SELECT id FROM sales.targets"))
          .isInstanceOf(SluiceException.class)
          .extracting(e -> ((SluiceException) e).code())
          .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
  }
}
