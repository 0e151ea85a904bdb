package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.matrix.PartitionSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases' tables on Trino. */
record EvolvedTrino(TrinoStandIn trino) implements Reads.Evolved {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Reads.Answer ask(
      Stored stored,
      EvolutionCase one,
      PartitionSchema partition,
      List<String> columns,
      String where)
      throws Exception {
    String sql =
        "SELECT %s FROM hive.%s.%s%s"
            .formatted(
                columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                stored.database(),
                MetastoreFiles.table(one, partition),
                where.isEmpty() ? "" : " WHERE " + where);
    TrinoStandIn.Answer answer = trino.ask(sql, stored.session());
    if (answer.error() != null) {
      return Reads.Answer.failure(answer.error());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : answer.rows()) {
      List<@Nullable Object> values = new ArrayList<>();
      for (JsonNode value : row) {
        values.add(JSON.treeToValue(value, Object.class));
      }
      rows.add(values);
    }
    return Reads.Answer.of(rows);
  }
}
