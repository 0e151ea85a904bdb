package dev.sluice.trino;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trino.Session;
import io.trino.execution.warnings.WarningCollector;
import io.trino.spi.type.TimeZoneKey;
import io.trino.sql.planner.LogicalPlanner;
import io.trino.sql.planner.Plan;
import io.trino.sql.planner.plan.OutputNode;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.io.File;
import java.io.IOException;
import java.util.Map;

/**
 * Plans texts as Athena would get them, and says of each what Trino says.
 *
 * <p>Arguments: a file to read, {@code {"tables": [{"database", "name", "columns": [{"name",
 * "type"}]}], "texts": [...], "run": [...]}}, and one to write: for each text either {@code
 * {"error": ...}} or {@code {"columns": [{"name", "type"}]}}, then for each that is run either the
 * same or {@code {"rows": [[...]]}}.
 */
public final class Judge {
  /** What Athena calls the Glue Data Catalog. */
  private static final String CATALOG = "awsdatacatalog";

  private final LocalQueryRunner trino;

  private Judge(LocalQueryRunner trino) {
    this.trino = trino;
  }

  public static void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode asked = json.readTree(new File(arguments[0]));
    Session session =
        TestingSession.testSessionBuilder()
            .setCatalog(CATALOG)
            .setTimeZoneKey(TimeZoneKey.UTC_KEY)
            .build();
    try (LocalQueryRunner trino = LocalQueryRunner.builder(session).build()) {
      EmptyTables tables = EmptyTables.of(asked.get("tables"), trino.getTypeManager());
      trino.createCatalog(CATALOG, tables, Map.of());
      Judge judge = new Judge(trino);
      ArrayNode judged = json.createArrayNode();
      asked.path("texts").forEach(text -> judge.judge(text.asText(), judged.addObject()));
      asked.path("run").forEach(text -> judge.run(text.asText(), judged.addObject()));
      json.writeValue(new File(arguments[1]), judged);
    }
    // Trino leaves threads behind that are no daemons.
    System.exit(0);
  }

  /** Tables have no rows; what Trino says of itself is there all the same. */
  private void run(String text, ObjectNode answered) {
    try {
      MaterializedResult result = trino.execute(text);
      ArrayNode rows = answered.putArray("rows");
      for (MaterializedRow row : result) {
        ArrayNode values = rows.addArray();
        row.getFields().forEach(values::addPOJO);
      }
    } catch (RuntimeException e) {
      answered.put("error", String.valueOf(e.getMessage()));
    }
  }

  private void judge(String text, ObjectNode judged) {
    try {
      Plan plan =
          trino.inTransaction(
              session ->
                  trino.createPlan(
                      session, text, LogicalPlanner.Stage.OPTIMIZED, WarningCollector.NOOP));
      OutputNode output = (OutputNode) plan.getRoot();
      ArrayNode columns = judged.putArray("columns");
      for (int i = 0; i < output.getColumnNames().size(); i++) {
        columns
            .addObject()
            .put("name", output.getColumnNames().get(i))
            .put("type", plan.getTypes().get(output.getOutputSymbols().get(i)).getDisplayName());
      }
    } catch (RuntimeException e) {
      judged.put("error", String.valueOf(e.getMessage()));
    }
  }
}
