package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.Sluice;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of the corpora becomes what stands beside it, and Trino's grammar is all there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
  private final Sluice sluice = Golden.open();
  private final SqlParser trino = new SqlParser();

  @AfterAll
  void close() {
    sluice.close();
  }

  static Stream<CorpusEntry> entries() {
    return Corpus.all().stream().flatMap(corpus -> corpus.entries().stream());
  }

  static List<CorpusEntry> ofTrino() {
    return Corpus.trino().entries();
  }

  static List<CorpusEntry> ofTools() {
    return Corpus.tools().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void becomesWhatIsSaid(CorpusEntry entry) {
    Outcome outcome = Outcome.of(sluice, entry.sql());

    assertThat(outcome.code().orElse(null)).as(outcome.message()).isEqualTo(entry.error());
    if (entry.isAccepted()) {
      assertThat(outcome.engines()).as(outcome.message()).containsAll(entry.engines());
    } else {
      assertThat(outcome.message()).contains(entry.words());
    }
  }

  @ParameterizedTest
  @MethodSource("ofTrino")
  void trinosParserTakesIt(CorpusEntry entry) {
    assertThatCode(() -> trino.createStatement(entry.sql())).doesNotThrowAnyException();
  }

  @Test
  void noPartOfTrinosSyntaxTreeIsLeftOut() {
    Set<String> seen = new TreeSet<>();
    for (CorpusEntry entry : ofTrino()) {
      collect(trino.createStatement(entry.sql()), seen);
    }
    assertThat(seen).containsAll(TrinoTree.partsOfQueries());
  }

  private static void collect(Node node, Set<String> seen) {
    seen.add(node.getClass().getSimpleName());
    node.getChildren().forEach(child -> collect(child, seen));
  }

  @ParameterizedTest
  @MethodSource("ofTools")
  void aToolsQueryNamesItsSource(CorpusEntry entry) {
    assertThat(entry.source()).isNotBlank();
  }

  @Test
  void noQueryStandsTwice() {
    assertThat(entries().map(CorpusEntry::line)).doesNotHaveDuplicates();
  }
}
