package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.glue.StoredCatalog.StoredDatabase;
import dev.sluice.standin.aws.wire.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a request names, over links of databases and tables, as the Lake Formation Developer
 * Guide has it, "Resource link handling in AWS Glue APIs" (looked at 2026-11-27). The target's
 * properties under the link's own name are what somebody of AWS saw there (getmoto/moto, issue
 * 8868, 2025-05-01).
 */
record Lookups(StoredCatalog catalog, Permissions permissions) {

  /**
   * A database under the name by which it is stored.
   *
   * @param linked whether it was named by a link
   */
  record Database(String account, String name, StoredDatabase stored, boolean linked) {}

  /** A table under the name by which it is stored. */
  record Table(Database database, StoredTable stored) {
    String name() {
      return stored.entry().path("Name").asText();
    }
  }

  static String account(Caller caller, JsonNode request) {
    return request.path("CatalogId").asText(caller.account());
  }

  /** The database, or the one that it links to. */
  Database database(Caller caller, JsonNode request) {
    String name = required(request, "DatabaseName");
    String account = account(caller, request);
    StoredDatabase stored = found(account, name);
    JsonNode target = stored.entry().path("TargetDatabase");
    return target.isObject()
        ? of(target.path("CatalogId").asText(account), target.path("DatabaseName").asText(), true)
        : of(account, name, false);
  }

  private Database of(String account, String name, boolean linked) {
    StoredDatabase stored = found(account, name);
    return new Database(account, stored.entry().path("Name").asText(), stored, linked);
  }

  private StoredDatabase found(String account, String name) {
    StoredDatabase stored = catalog.database(account, name);
    if (stored == null) {
      throw GlueErrors.notFound("database " + name);
    }
    return stored;
  }

  /** The table as it is named, be it a link. */
  Table table(Caller caller, JsonNode request, String name) {
    Database database = database(caller, request);
    StoredTable table = database.stored().table(name);
    if (table == null) {
      throw GlueErrors.notFound("table " + database.name() + "." + name);
    }
    permissions.require(caller, database.name(), name);
    return new Table(database, table);
  }

  /** The table, or the one that it links to: a link in a linked database leads to none. */
  Table target(Caller caller, JsonNode request, String name) {
    Table table = table(caller, request, name);
    if (isLinkInLink(table)) {
      // That it fails is said, and not how.
      throw GlueErrors.invalidInput(name + " is a link, and its database is one");
    }
    return target(caller, table, name);
  }

  /** The same for who reads; null for a link in a linked database, of which nothing is returned. */
  @Nullable Table toRead(Caller caller, JsonNode request, String name) {
    Table table = table(caller, request, name);
    return isLinkInLink(table) ? null : target(caller, table, name);
  }

  private static boolean isLinkInLink(Table table) {
    return table.database().linked() && table.stored().entry().path("TargetTable").isObject();
  }

  private Table target(Caller caller, Table table, String name) {
    Table target = target(table);
    if (target == null) {
      throw GlueErrors.notFound("target of " + name);
    }
    permissions.require(caller, target.database().name(), target.name());
    return target;
  }

  /** Null when a link leads nowhere. */
  @Nullable Table target(Table table) {
    JsonNode target = table.stored().entry().path("TargetTable");
    if (!target.isObject()) {
      return table;
    }
    String account = target.path("CatalogId").asText(table.database().account());
    StoredDatabase database = catalog.database(account, target.path("DatabaseName").asText());
    StoredTable there = database == null ? null : database.table(target.path("Name").asText());
    return database == null || there == null
        ? null
        : new Table(
            new Database(account, database.entry().path("Name").asText(), database, false), there);
  }

  /**
   * The entry that the caller gets for a table: of a link, the target's properties, unless the
   * database is a link as well.
   */
  ObjectNode seen(Caller caller, Table table) {
    ObjectNode entry = table.stored().entry();
    if (isLinkInLink(table)) {
      return entry;
    }
    Table target = target(table);
    if (target == null || permissions.mayNotSee(caller, target.database().name(), target.name())) {
      return entry;
    }
    ObjectNode seen =
        permissions.seen(caller, target.database().name(), target.name(), target.stored().entry());
    if (target.equals(table)) {
      return seen;
    }
    ObjectNode copy = seen.deepCopy();
    copy.setAll(entry);
    return copy;
  }

  static String required(JsonNode request, String member) {
    String value = request.path(member).asText("");
    if (value.isEmpty() || value.length() > 255) {
      throw GlueErrors.invalidInput(member + " has 1 to 255 characters");
    }
    return value;
  }
}
