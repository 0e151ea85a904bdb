package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Pages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * GetTables (100 a page at most), GetTable, CreateTable, UpdateTable, DeleteTable, and the
 * statistics of columns, of which there are none. UpdateTable of a version that is not the last is
 * refused as a change by two; which error Glue gives for it is not documented.
 */
record Tables(Lookups lookups, Pages pages, Clock clock) {
  private static final int PAGE = 100;

  void register(GlueService service) {
    service.reading("GetTables", this::list);
    service.reading("GetTable", this::get);
    service.writing("CreateTable", this::create);
    service.writing("UpdateTable", this::update);
    service.writing("DeleteTable", this::delete);
    service.reading("GetColumnStatisticsForTable", Tables::noStatistics);
    service.reading("GetColumnStatisticsForPartition", Tables::noStatistics);
  }

  static double now(Clock clock) {
    return clock.millis() / 1000.0;
  }

  private JsonNode list(Caller caller, JsonNode request) {
    Object listing = GlueService.listing("GetTables", caller, request);
    int start = GlueService.start(pages, listing, request);
    Lookups.Database database = lookups.database(caller, request);
    Pattern named = named(request);
    List<ObjectNode> all = new ArrayList<>();
    for (StoredTable stored : database.stored().tables().values()) {
      Lookups.Table table = new Lookups.Table(database, stored);
      if (!lookups.permissions().mayNotSee(caller, database.name(), table.name())
          && named.matcher(table.name()).matches()) {
        all.add(lookups.seen(caller, table));
      }
    }
    return GlueService.listed(
        "TableList", pages.page(listing, all, start, GlueService.size(request, PAGE)));
  }

  private static Pattern named(JsonNode request) {
    try {
      return Pattern.compile(request.path("Expression").asText(".*"));
    } catch (PatternSyntaxException e) {
      throw GlueErrors.invalidInput("Expression is no pattern");
    }
  }

  private JsonNode get(Caller caller, JsonNode request) {
    Lookups.Table table = lookups.table(caller, request, Lookups.required(request, "Name"));
    ObjectNode answer = GlueService.JSON.objectNode();
    answer.set("Table", lookups.seen(caller, table));
    return answer;
  }

  private JsonNode create(Caller caller, JsonNode request) {
    Lookups.Database database = lookups.database(caller, request);
    String name = Lookups.required(request.path("TableInput"), "Name").toLowerCase(Locale.ROOT);
    if (database.stored().table(name) != null) {
      throw GlueErrors.exists("table " + name);
    }
    ObjectNode entry = request.path("TableInput").deepCopy();
    entry.put("Name", name).put("DatabaseName", database.name());
    entry.put("CatalogId", database.account()).put("CreatedBy", caller.arn());
    entry.put("CreateTime", now(clock)).put("UpdateTime", now(clock)).put("VersionId", "0");
    database.stored().put(new StoredTable(entry));
    return GlueService.JSON.objectNode();
  }

  private JsonNode update(Caller caller, JsonNode request) {
    JsonNode input = request.path("TableInput");
    StoredTable stored = lookups.target(caller, request, Lookups.required(input, "Name")).stored();
    ObjectNode old = stored.entry();
    String version = old.path("VersionId").asText("0");
    if (!request.path("VersionId").asText(version).equals(version)) {
      throw GlueErrors.changedMeanwhile("the table's version is " + version);
    }
    ObjectNode entry = input.deepCopy();
    for (String kept :
        List.of(
            "Name",
            "DatabaseName",
            "CatalogId",
            "CreatedBy",
            "CreateTime",
            "IsRegisteredWithLakeFormation")) {
      if (old.has(kept)) {
        entry.set(kept, old.get(kept));
      }
    }
    entry.put("UpdateTime", now(clock));
    entry.put("VersionId", String.valueOf(Long.parseLong(version) + 1));
    stored.replace(entry);
    return GlueService.JSON.objectNode();
  }

  private JsonNode delete(Caller caller, JsonNode request) {
    Lookups.Table table = lookups.table(caller, request, Lookups.required(request, "Name"));
    table.database().stored().tables().remove(table.name().toLowerCase(Locale.ROOT));
    return GlueService.JSON.objectNode();
  }

  private static JsonNode noStatistics(Caller caller, JsonNode request) {
    ObjectNode answer = GlueService.JSON.objectNode();
    answer.putArray("ColumnStatisticsList");
    answer.putArray("Errors");
    return answer;
  }
}
