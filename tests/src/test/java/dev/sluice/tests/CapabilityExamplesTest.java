package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.QueryLimits;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.detect.Detectors;
import dev.sluice.sql.detect.Subject;
import dev.sluice.sql.parse.QueryParser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For every capability a query that needs it, and the place in the query that shows it first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilityExamplesTest {
  private static final String MARK = Examples.MARK;

  private static final CapabilityMatrix MATRIX = CapabilityMatrix.shipped();

  private final JsonNode examples = Examples.all();
  private final Sluice plain = Golden.open();
  private final Sluice seen =
      Golden.builder().engine(new ShortSighted(EngineName.of("spectrum"), "web")).open();

  @AfterAll
  void close() {
    plain.close();
    seen.close();
  }

  private Sluice sluice(Capability capability) {
    return Examples.needsView(examples.path(capability.name())) ? seen : plain;
  }

  @Test
  void everyCapabilityHasAnExample() {
    Set<String> names =
        Arrays.stream(Capability.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> given = new TreeSet<>();
    examples.fieldNames().forEachRemaining(given::add);

    assertThat(given).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void theExampleNeedsIt(Capability capability) {
    JsonNode example = examples.path(capability.name());
    if (example.has("refused")) {
      String sql = example.path("sql").asText();
      SluiceException error = catchThrowableOfType(SluiceException.class, () -> plain.plan(sql));
      assertThat(error.code()).hasToString(example.path("refused").asText());
    } else {
      String marked = Examples.marked(example);
      assertThat(first(capability, marked.replace(MARK, ""))).contains(place(marked));
    }
  }

  private Optional<SqlPosition> first(Capability capability, String sql) {
    Sluice sluice = sluice(capability);
    Plan plan = sluice.plan(sql, sluice.policyOfQueries());
    return Stream.concat(required(capability, plan), remarked(capability, plan))
        .min(Comparator.comparingInt(SqlPosition::line).thenComparingInt(SqlPosition::column));
  }

  private Stream<SqlPosition> required(Capability capability, Plan plan) {
    Sluice sluice = sluice(capability);
    BoundQuery bound =
        new Binder(sluice.catalog(), new QueryParser(QueryLimits.DEFAULT)).bind(plan.sql());
    Set<String> schemas = new TreeSet<>(sluice.catalog().databases());
    return Detectors.detect(new Subject(bound, plan.tables(), schemas)).stream()
        .filter(requirement -> requirement.capability() == capability)
        .map(Requirement::position)
        .flatMap(Stream::ofNullable);
  }

  /** What came up only when a dialect tried to say it. */
  private static Stream<SqlPosition> remarked(Capability capability, Plan plan) {
    return plan.decision().candidates().stream()
        .flatMap(
            candidate -> Stream.concat(candidate.reasons().stream(), candidate.caveats().stream()))
        .filter(reason -> reason.capability().equals(capability.name()))
        .flatMap(reason -> Stream.ofNullable(reason.position()));
  }

  private static SqlPosition place(String marked) {
    String before = marked.substring(0, marked.indexOf(MARK));
    int line = (int) before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    return new SqlPosition(Math.max(1, line), before.length() - (before.lastIndexOf('\n') + 1) + 1);
  }

  /** Where a cell names a rule, the example's text for that engine is the rule's. */
  @ParameterizedTest
  @EnumSource(Capability.class)
  void theRuleThatACellNamesRewritesTheExample(Capability capability) {
    JsonNode example = examples.path(capability.name());
    if (example.has("refused")) {
      return;
    }
    Plan plan = sluice(capability).plan(Examples.marked(example).replace(MARK, ""));
    for (Candidate candidate : plan.decision().candidates()) {
      String rule = MATRIX.cell(candidate.engine(), capability).rule();
      if (rule != null) {
        assertThat(candidate.rules()).as(candidate.toString()).contains(rule);
      }
    }
  }
}
