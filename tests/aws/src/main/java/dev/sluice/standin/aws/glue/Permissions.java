package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lake Formation's: which callers may not see a table, or not all of its columns. Everything is
 * allowed that is not taken away here. Safe for use by several threads.
 *
 * <p>What a caller may not see is left out of listings (Lake Formation Developer Guide, "Resource
 * link handling in AWS Glue APIs": of all Get operations only what the caller has permissions on is
 * returned; looked at 2026-11-27). That a table asked for by name is denied, with Glue's
 * AccessDeniedException, is how others met it (apache/superset, issue 21945, "Insufficient Lake
 * Formation permission(s)").
 *
 * <p>Columns that are not granted are left out of a table's entry. That no page says in so many
 * words: GetUnfilteredTableMetadata, which is for engines, gives "the entire schema" and a list of
 * authorized columns (Lake Formation Developer Guide, "Lake Formation workflow for application
 * integration API operations"; looked at 2026-11-27), so GetTable gives a filtered one. Whether
 * GetPartitions filters alike is not documented either, so that it can do both here.
 */
public final class Permissions {
  private final Map<Object, Boolean> denied = new ConcurrentHashMap<>();
  private final Map<Object, Set<String>> hidden = new ConcurrentHashMap<>();
  private volatile boolean partitionsShowAll;

  private record OfTable(String arn, String database, String table) {
    static OfTable of(Caller caller, String database, String table) {
      return new OfTable(
          caller.arn(), database.toLowerCase(Locale.ROOT), table.toLowerCase(Locale.ROOT));
    }
  }

  /** The caller may no longer see the table. */
  public void deny(Caller caller, String database, String table) {
    denied.put(OfTable.of(caller, database, table), true);
  }

  /** The caller may call an operation no longer, whatever on. */
  public void denyOperation(Caller caller, String operation) {
    denied.put(caller.arn() + " " + operation, true);
  }

  /** The caller sees the table without these columns. */
  public void hideColumns(Caller caller, String database, String table, Set<String> columns) {
    hidden.put(OfTable.of(caller, database, table), Set.copyOf(columns));
  }

  /** From now on partitions have all columns, whatever of the table is hidden. */
  public void showAllInPartitions() {
    partitionsShowAll = true;
  }

  /** Everything is allowed again. */
  public void clear() {
    denied.clear();
    hidden.clear();
    partitionsShowAll = false;
  }

  void requireOperation(Caller caller, String operation) {
    if (denied.containsKey(caller.arn() + " " + operation)) {
      // The form is AWS's: IAM User Guide, "Troubleshoot access denied error messages with
      // authorization ID" has it for an explicit deny (looked at 2026-11-27), and this one is what
      // callers without a policy are told, by ECR, Bedrock and RDS for example.
      throw new AwsError(
          400,
          "AccessDeniedException",
          "User: %s is not authorized to perform: glue:%s on resource: arn:aws:glue:eu-west-1:%s:catalog because no identity-based policy allows the glue:%s action"
              .formatted(caller.arn(), operation, caller.account(), operation));
    }
  }

  boolean mayNotSee(Caller caller, String database, String table) {
    return denied.containsKey(OfTable.of(caller, database, table));
  }

  void require(Caller caller, String database, String table) {
    if (mayNotSee(caller, database, table)) {
      throw GlueErrors.denied("table " + database + "." + table);
    }
  }

  /** An entry of a table or partition without the columns that the caller may not see. */
  ObjectNode seen(Caller caller, String database, String table, ObjectNode entry) {
    Set<String> columns = hidden.get(OfTable.of(caller, database, table));
    boolean all = partitionsShowAll && entry.has("Values");
    if (columns == null || all || !(entry.get("StorageDescriptor") instanceof ObjectNode)) {
      return entry;
    }
    ObjectNode copy = entry.deepCopy();
    ObjectNode descriptor = (ObjectNode) copy.get("StorageDescriptor");
    ArrayNode left = descriptor.arrayNode();
    for (JsonNode column : descriptor.path("Columns")) {
      if (!columns.contains(column.path("Name").asText().toLowerCase(Locale.ROOT))) {
        left.add(column);
      }
    }
    descriptor.set("Columns", left);
    return copy;
  }
}
