package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Executes nothing: the answer to {@code … FROM "web"."wide" … LIMIT 10} are ten rows, numbered
 * from 0, each with the texts of that table. For whatever is about the way that answers come, and
 * not about what they say. Safe for use by several threads.
 */
public final class MadeUpRows implements SqlExecutor {
  private static final Pattern LIMIT = Pattern.compile("LIMIT (\\d+)");

  private final Map<String, List<String>> texts;

  /**
   * @param texts of each table by its name: what stands in each row after the number
   */
  public MadeUpRows(Map<String, List<String>> texts) {
    this.texts = Map.copyOf(texts);
  }

  @Override
  public Work execute(Query query, Results results) throws SqlFailure, IOException {
    long since = System.nanoTime();
    List<String> of =
        texts.entrySet().stream()
            .filter(table -> query.sql().contains('"' + table.getKey() + '"'))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElseThrow(
                () -> new SqlFailure("TABLE_NOT_FOUND", SqlFailure.Kind.USER, query.sql()));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("n", type("bigint")));
    of.forEach(each -> columns.add(new Column("c" + columns.size(), type("varchar"))));
    results.columns(columns);
    Matcher limit = LIMIT.matcher(query.sql());
    long rows = limit.find() ? Long.parseLong(limit.group(1)) : 1;
    for (long n = 0; n < rows; n++) {
      ArrayNode row = JsonNodeFactory.instance.arrayNode().add(n);
      of.forEach(row::add);
      results.row(row);
    }
    return new Work(0, 0, (System.nanoTime() - since) / 1_000_000, 0);
  }

  private static TrinoType type(String name) {
    return new TrinoType(name, List.of(), List.of(), List.of());
  }
}
