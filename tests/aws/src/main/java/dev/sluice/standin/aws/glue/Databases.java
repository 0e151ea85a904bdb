package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.glue.StoredCatalog.StoredDatabase;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Pages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GetDatabases (100 a page at most), GetDatabase, CreateDatabase, DeleteDatabase. */
record Databases(Lookups lookups, Pages pages, Clock clock) {
  private static final int PAGE = 100;

  void register(GlueService service) {
    service.reading("GetDatabases", this::list);
    service.reading("GetDatabase", this::get);
    service.writing("CreateDatabase", this::create);
    service.writing("DeleteDatabase", this::delete);
  }

  private JsonNode list(Caller caller, JsonNode request) {
    Object listing = GlueService.listing("GetDatabases", caller, request);
    int start = GlueService.start(pages, listing, request);
    List<ObjectNode> all = new ArrayList<>();
    String account = Lookups.account(caller, request);
    for (StoredDatabase database : lookups.catalog().databases(account).values()) {
      all.add(seen(database));
    }
    return GlueService.listed(
        "DatabaseList", pages.page(listing, all, start, GlueService.size(request, PAGE)));
  }

  private JsonNode get(Caller caller, JsonNode request) {
    ObjectNode answer = GlueService.JSON.objectNode();
    answer.set("Database", seen(found(caller, request)));
    return answer;
  }

  /** Of a link the target's properties, under its own name; see {@link Lookups}. */
  private ObjectNode seen(StoredDatabase database) {
    JsonNode target = database.entry().path("TargetDatabase");
    StoredDatabase there =
        target.isObject()
            ? lookups
                .catalog()
                .database(target.path("CatalogId").asText(), target.path("DatabaseName").asText())
            : null;
    if (there == null) {
      return database.entry();
    }
    ObjectNode copy = there.entry().deepCopy();
    copy.setAll(database.entry());
    return copy;
  }

  private StoredDatabase found(Caller caller, JsonNode request) {
    String name = Lookups.required(request, "Name");
    StoredDatabase database = lookups.catalog().database(Lookups.account(caller, request), name);
    if (database == null) {
      throw GlueErrors.notFound("database " + name);
    }
    return database;
  }

  private JsonNode create(Caller caller, JsonNode request) {
    String account = Lookups.account(caller, request);
    String name = Lookups.required(request.path("DatabaseInput"), "Name").toLowerCase(Locale.ROOT);
    if (lookups.catalog().database(account, name) != null) {
      throw GlueErrors.exists("database " + name);
    }
    ObjectNode entry = request.path("DatabaseInput").deepCopy();
    entry.put("Name", name).put("CatalogId", account).put("CreateTime", Tables.now(clock));
    lookups.catalog().add(account, entry);
    return GlueService.JSON.objectNode();
  }

  private JsonNode delete(Caller caller, JsonNode request) {
    String name = found(caller, request).entry().path("Name").asText();
    lookups
        .catalog()
        .databases(Lookups.account(caller, request))
        .remove(name.toLowerCase(Locale.ROOT));
    return GlueService.JSON.objectNode();
  }
}
