package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.sql.projection.ProjectedPartitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real Trino, which took projection over from Athena, computes the partitions that Sluice does.
 * Weeks, months and years as units, and NOW moved by them, are Athena's and not Trino 411's.
 */
@ExtendWith(SharedLake.class)
class ProjectionOnTrinoTest {
  static List<ProjectedTable> tables() {
    return ProjectedTable.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void trinoListsTheSamePartitions(ProjectedTable table, TrinoStandIn trino) throws Exception {
    List<List<String>> before = computed(table);
    TrinoStandIn.Answer answer =
        trino.ask(
            "SELECT * FROM hive.%s.\"%s$partitions\"%s"
                .formatted(
                    ProjectedTable.DATABASE,
                    table.name(),
                    table.where().isEmpty() ? "" : " WHERE " + table.where()));
    List<List<String>> after = computed(table);

    assertThat(answer.error()).as(answer.message()).isNull();
    List<List<String>> listed = new ArrayList<>();
    for (JsonNode row : answer.rows()) {
      List<String> values = new ArrayList<>();
      row.forEach(value -> values.add(value.asText()));
      listed.add(values);
    }
    // The clock may have moved on between the two.
    List<List<String>> expected = sorted(listed).equals(sorted(before)) ? before : after;
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> sorted(List<List<String>> partitions) {
    return partitions.stream().map(values -> String.join("/", values)).sorted().toList();
  }

  private static List<List<String>> computed(ProjectedTable table) {
    List<KeyRanges> ranges =
        table.where().isEmpty()
            ? List.of()
            : List.of(new KeyRanges(ProjectedTable.key(0), List.of(KeyRange.exactly("abc"))));
    ProjectedPartitions projected = ProjectedPartitions.of(table.table(), ranges, Instant.now());
    assertThat(projected.unknown()).isNull();
    return List.copyOf(projected.values());
  }
}
