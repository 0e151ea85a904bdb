package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases' tables on Trino. */
record EvolvedTrino(TrinoStandIn trino) implements Reads.Evolved {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Reads.Answer ask(EvolvedTable table, List<String> columns, List<String> more, String where)
      throws Exception {
    String sql =
        "SELECT %s FROM hive.%s.%s%s"
            .formatted(
                columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                table.stored().database(),
                table.name(),
                where.isEmpty() ? "" : " WHERE " + where);
    return answer(sql, table.stored());
  }

  private Reads.Answer answer(String sql, Stored stored) throws Exception {
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
