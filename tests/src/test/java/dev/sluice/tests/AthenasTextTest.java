package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Candidate;
import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.QueryLimits;
import dev.sluice.ResultColumn;
import dev.sluice.Sluice;
import dev.sluice.glue.lake.LakeFolderCatalog;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.parse.QueryParser;
import dev.sluice.sql.prune.Pruner;
import dev.sluice.sql.rewrite.Rewriting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Trino, Athena's stand-in, plans every text that Athena is to be sent for the goldens, the
 * examples, the corpora, TPC-H and TPC-DS, and gives it the types that Sluice's plan says.
 */
@Tag("long")
class AthenasTextTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final Dialect AS_IT_IS =
      new WithoutOutputRule(
          Dialects.all().stream()
              .filter(dialect -> dialect.engine().equals(ATHENA))
              .findFirst()
              .orElseThrow());

  private final TrinoJudge trino = new TrinoJudge();

  /** What is to come back, by the text that Trino gets. */
  private final Map<String, Expected> texts = new LinkedHashMap<>();

  /** The types that a query's text is to have. */
  private record Expected(String sql, List<String> types) {}

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void trinoPlansItAndFindsTheSameTypes(@TempDir Path folder) throws Exception {
    gather();
    texts.keySet().forEach(trino::plan);
    JsonNode judged = trino.judge(folder);
    List<String> wrong = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, Expected> entry : texts.entrySet()) {
      String found = difference(entry.getValue().types(), judged.get(i++));
      if (!found.isEmpty()) {
        wrong.add(entry.getValue().sql() + "\n  as " + entry.getKey() + "\n  " + found);
      }
    }
    assertThat(judged).hasSizeGreaterThan(600);
    assertThat(wrong).isEmpty();
  }

  private void gather() {
    trino.add(LakeFolderCatalog.open(Golden.LAKE));
    try (Sluice sluice = Golden.open()) {
      Golden.all().forEach(golden -> add(sluice, golden.query()));
      Corpus.all().forEach(corpus -> corpus.entries().forEach(entry -> add(sluice, entry.sql())));
      Examples.planned().values().forEach(query -> add(sluice, query));
    }
    for (Tpc suite : List.of(Tpc.h(), Tpc.ds())) {
      trino.add(suite.catalog());
      try (Sluice sluice = Sluice.builder().catalog(suite.catalog()).open()) {
        suite.queries().forEach(query -> add(sluice, query));
      }
    }
  }

  /** Queries with parameters left open are not sent as they stand. */
  private void add(Sluice sluice, String sql) {
    Outcome outcome = Outcome.of(sluice, sql);
    Plan plan = outcome.plan();
    if (plan != null && plan.parameters().isEmpty()) {
      outcome
          .candidate(ATHENA)
          .map(Candidate::query)
          .map(NativeQuery::sql)
          .ifPresent(text -> add(sluice, plan, text));
    }
  }

  /** Where values come back as text, what they are is asked by itself. */
  private void add(Sluice sluice, Plan plan, String text) {
    List<DataType> types = plan.columns().stream().map(ResultColumn::type).toList();
    List<String> sent = types.stream().map(AthenasTextTest::sent).toList();
    List<String> whole = types.stream().map(DataType::toString).toList();
    texts.put(text, new Expected(plan.sql(), sent));
    if (!sent.equals(whole)) {
      texts.put(asItIs(sluice, plan.sql()), new Expected(plan.sql(), whole));
    }
  }

  private static String asItIs(Sluice sluice, String sql) {
    BoundQuery bound = new Binder(sluice.catalog(), new QueryParser(QueryLimits.DEFAULT)).bind(sql);
    return Rewriting.of(
            bound,
            Pruner.prune(bound),
            Set.copyOf(sluice.catalog().databases()),
            AS_IT_IS,
            table -> List.of(table.name().database(), table.name().table()))
        .query()
        .sql();
  }

  private static String difference(List<String> ours, JsonNode judged) {
    if (judged.has("error")) {
      return judged.get("error").asText();
    }
    List<String> theirs = new ArrayList<>();
    judged.get("columns").forEach(column -> theirs.add(column.get("type").asText()));
    return spelled(ours).equals(spelled(theirs)) ? "" : ours + " is " + theirs;
  }

  /** Nested and binary values come back as text. */
  private static String sent(DataType type) {
    boolean isText = type.isNested() || type == DataType.Primitive.BINARY;
    return (isText ? DataType.Primitive.STRING : type).toString();
  }

  /** Fields without names are called as Athena shows them. */
  private static String spelled(List<String> types) {
    return String.join("; ", types).replaceAll("\\bfield\\d+ ", "").replace(" ", "");
  }
}
