package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same query gives the same bytes, however often and from wherever it is asked. */
@Timeout(120)
class DeterminismTest {
  private static final int THREADS = 4;

  @Test
  void planningTwiceGivesTheSameBytes() {
    try (Sluice one = Golden.open();
        Sluice other = Golden.open()) {
      assertThat(plans(one)).isEqualTo(plans(one)).isEqualTo(plans(other));
    }
  }

  @Test
  void planningFromManyThreadsGivesTheSameBytes() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Sluice sluice = Golden.open()) {
      Callable<Map<String, Map<String, String>>> planning = () -> plans(sluice);
      List<Map<String, Map<String, String>>> answers = new ArrayList<>();
      for (Future<Map<String, Map<String, String>>> future :
          threads.invokeAll(List.of(planning, planning, planning, planning))) {
        answers.add(future.get());
      }
      assertThat(answers).hasSize(THREADS).allMatch(answers.get(0)::equals);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, Map<String, String>> plans(Sluice sluice) {
    return Golden.all().stream()
        .collect(
            Collectors.toMap(
                Golden::toString, golden -> Golden.files(sluice.plan(golden.query()))));
  }
}
