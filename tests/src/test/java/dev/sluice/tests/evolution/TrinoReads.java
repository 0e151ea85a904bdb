package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.ColumnMapping;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Outcome;
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

  Outcome of(Stored stored, EvolutionCase written, boolean stale)
      throws IOException, InterruptedException {
    boolean byPosition = stored.mode().columns() == ColumnMapping.BY_POSITION;
    EvolutionCase one = byPosition ? written.byPosition() : written;
    List<String> names = one.newer().fields().stream().map(Type.Field::name).toList();
    Outcome all = columns(stored, one, stale, names);
    if (all.reading() != Reading.ERROR) {
      return all;
    }
    String untouched = untouched(one);
    if (columns(stored, one, stale, List.of(untouched)).reading() == Reading.ERROR) {
      return Outcome.error(all.code(), ErrorScope.ANY_QUERY);
    }
    Reading worst = Reading.ERROR;
    for (String name : names) {
      worst = worst.worse(columns(stored, one, stale, List.of(name)).reading());
    }
    return worst == Reading.ERROR
        ? Outcome.error(all.code(), ErrorScope.CHANGED_COLUMN)
        : Outcome.of(worst);
  }

  /** A column that is as it was, and if there is one, where it was. */
  private static String untouched(EvolutionCase one) {
    List<Type.Field> older = one.older().fields();
    List<Type.Field> newer = one.newer().fields();
    for (int i = 0; i < Math.min(older.size(), newer.size()); i++) {
      if (newer.get(i).equals(older.get(i))) {
        return newer.get(i).name();
      }
    }
    return newer.stream().filter(older::contains).findFirst().orElseThrow().name();
  }

  private Outcome columns(Stored stored, EvolutionCase one, boolean stale, List<String> names)
      throws IOException, InterruptedException {
    String sql =
        "SELECT %s FROM hive.%s.%s"
            .formatted(
                names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                stored.database(),
                MetastoreFiles.table(one, stale));
    TrinoStandIn.Answer answer = trino.ask(sql, stored.session());
    return answer.error() == null
        ? Outcome.of(compared(one, names, answer.rows()))
        : Outcome.error(answer.error(), ErrorScope.CHANGED_COLUMN);
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
