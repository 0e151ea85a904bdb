package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Operation;
import dev.sluice.standin.aws.wire.Pages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Glue's operations on databases, tables and partitions. Safe for use by several threads. */
public final class GlueService {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StoredCatalog catalog = new StoredCatalog();
  private final Permissions permissions = new Permissions();
  private final Map<String, Operation> operations = new HashMap<>();

  public GlueService(Clock clock) {
    Pages pages = new Pages();
    Lookups lookups = new Lookups(catalog, permissions);
    new Databases(lookups, pages, clock).register(this);
    new Tables(lookups, pages, clock).register(this);
    new PartitionListings(lookups, pages).register(this);
    new PartitionWrites(lookups, clock).register(this);
  }

  /** By target: {@code AWSGlue.GetTable}. */
  public Map<String, Operation> operations() {
    return Map.copyOf(operations);
  }

  public Permissions permissions() {
    return permissions;
  }

  /**
   * Adds the databases of a lake's folder of listings to an account's catalog.
   *
   * @param locations the locations that the catalog says for those in the listings
   */
  public void load(Path lake, String account, UnaryOperator<String> locations) {
    alone(() -> new Listings(lake, locations).into(catalog, account));
  }

  /** Adds a database. */
  public void database(String account, String name) {
    alone(
        () -> catalog.add(account, JSON.objectNode().put("Name", name).put("CatalogId", account)));
  }

  /** Takes a database away, with its tables. */
  public void remove(String account, String database) {
    alone(() -> catalog.databases(account).remove(database));
  }

  /** Adds a database that is a link to another. */
  public void databaseLink(String account, String name, String toAccount, String toName) {
    ObjectNode link = JSON.objectNode().put("Name", name).put("CatalogId", account);
    link.putObject("TargetDatabase").put("CatalogId", toAccount).put("DatabaseName", toName);
    alone(() -> catalog.add(account, link));
  }

  /** Adds a table, or puts it in the place of what had its name: entries as on the wire. */
  public void table(
      String account, String database, ObjectNode entry, List<ObjectNode> partitions) {
    alone(
        () -> {
          StoredTable table = new StoredTable(entry);
          partitions.forEach(table::put);
          StoredCatalog.StoredDatabase stored = catalog.database(account, database);
          if (stored == null) {
            throw new IllegalArgumentException("There is no database " + database);
          }
          stored.put(table);
        });
  }

  /** A table's own entry, and those of its partitions, as they are stored. */
  public List<ObjectNode> entries(String account, String database, String table) {
    catalog.lock().readLock().lock();
    try {
      StoredCatalog.StoredDatabase stored = catalog.database(account, database);
      StoredTable of = stored == null ? null : stored.table(table);
      if (of == null) {
        throw new IllegalArgumentException("There is no table " + database + "." + table);
      }
      return Stream.concat(Stream.of(of.entry()), of.partitions().stream()).toList();
    } finally {
      catalog.lock().readLock().unlock();
    }
  }

  private void alone(Runnable change) {
    catalog.lock().writeLock().lock();
    try {
      change.run();
    } finally {
      catalog.lock().writeLock().unlock();
    }
  }

  void reading(String name, Operation operation) {
    register(name, catalog.lock().readLock(), operation);
  }

  void writing(String name, Operation operation) {
    register(name, catalog.lock().writeLock(), operation);
  }

  private void register(String name, Lock lock, Operation operation) {
    operations.put(
        "AWSGlue." + name,
        (caller, request) -> {
          permissions.requireOperation(caller, name);
          lock.lock();
          try {
            return operation.answer(caller, request);
          } finally {
            lock.unlock();
          }
        });
  }

  /** A page of a listing. */
  static ObjectNode listed(String member, Pages.Page<? extends JsonNode> page) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray(member);
    page.entries().forEach(list::add);
    if (page.token() != null) {
      answer.put("NextToken", page.token());
    }
    return answer;
  }

  /** What tells a listing from others: who asks for what, but for the page. */
  static Object listing(String operation, Caller caller, JsonNode request) {
    ObjectNode parameters = request.deepCopy();
    parameters.remove(List.of("NextToken", "MaxResults"));
    return List.of(operation, caller.arn(), parameters);
  }

  static int start(Pages pages, Object listing, JsonNode request) {
    JsonNode token = request.path("NextToken");
    return pages
        .start(listing, token.isTextual() ? token.asText() : null)
        .orElseThrow(() -> GlueErrors.invalidInput("NextToken is none of this listing"));
  }

  static int size(JsonNode request, int most) {
    int size = request.path("MaxResults").asInt(most);
    if (size < 1 || size > most) {
      throw GlueErrors.invalidInput("MaxResults is from 1 to " + most);
    }
    return size;
  }
}
