package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Reading;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what Trino makes of a case: reads all columns, and each by itself where that fails. */
final class TrinoReads {
  private final TrinoStandIn trino;

  TrinoReads(TrinoStandIn trino) {
    this.trino = trino;
  }

  Observed of(Stored stored, EvolutionCase one, boolean stale)
      throws IOException, InterruptedException {
    List<String> names = one.newer().fields().stream().map(Type.Field::name).toList();
    Observed all = columns(stored, one, stale, names);
    if (all.reading() != Reading.ERROR) {
      return all;
    }
    String untouched = names.stream().filter(name -> isUntouched(one, name)).findFirst().orElseThrow();
    if (columns(stored, one, stale, List.of(untouched)).reading() == Reading.ERROR) {
      return new Observed(Reading.ERROR, all.code(), ErrorScope.ANY_QUERY);
    }
    Reading worst = Reading.ERROR;
    for (String name : names) {
      worst = worst.worse(columns(stored, one, stale, List.of(name)).reading());
    }
    return worst == Reading.ERROR
        ? new Observed(worst, all.code(), ErrorScope.CHANGED_COLUMN)
        : Observed.of(worst);
  }

  /** A column that is where it was, as it was. */
  private static boolean isUntouched(EvolutionCase one, String name) {
    List<Type.Field> older = one.older().fields();
    List<Type.Field> newer = one.newer().fields();
    for (int i = 0; i < Math.min(older.size(), newer.size()); i++) {
      if (newer.get(i).name().equals(name)) {
        return newer.get(i).equals(older.get(i));
      }
    }
    return false;
  }

  private Observed columns(Stored stored, EvolutionCase one, boolean stale, List<String> names)
      throws IOException, InterruptedException {
    String sql =
        "SELECT %s FROM hive.%s.%s"
            .formatted(
                names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                stored.database(),
                MetastoreFiles.table(one, stale));
    TrinoStandIn.Answer answer = trino.ask(sql, stored.session());
    return answer.error() == null
        ? Observed.of(compared(one, names, answer.rows()))
        : new Observed(Reading.ERROR, answer.error(), null);
  }

  private static Reading compared(EvolutionCase one, List<String> names, List<JsonNode> rows) {
    List<List<@Nullable Object>> truth = one.truth();
    if (rows.size() != truth.size()) {
      return Reading.WRONG;
    }
    List<String> all = one.newer().fields().stream().map(Type.Field::name).toList();
    Reading worst = Reading.RIGHT;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < names.size(); column++) {
        Object right = truth.get(row).get(all.indexOf(names.get(column)));
        worst = worst.worse(Comparison.of(right, rows.get(row).get(column)));
      }
    }
    return worst;
  }
}
