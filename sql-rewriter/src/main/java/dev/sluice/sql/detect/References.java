package dev.sluice.sql.detect;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** Asks where the names below a node lead. */
final class References {
  private References() {}

  static boolean hasColumn(BoundQuery bound, SqlNode node) {
    return !items(bound, node).isEmpty();
  }

  /** The FROM items that names below {@code node} lead to. */
  static Set<FromItem> items(BoundQuery bound, SqlNode node) {
    Set<FromItem> items = Collections.newSetFromMap(new IdentityHashMap<>());
    TreeWalk.walk(
        node,
        inner -> {
          if (inner instanceof SqlIdentifier id) {
            bound.reference(id).ifPresent(reference -> items.add(reference.item()));
          }
          return true;
        });
    return items;
  }

  /** Whether a FROM clause below {@code node} names a table with nested columns, or opens one. */
  static boolean readsNested(BoundQuery bound, SqlNode node) {
    return defined(bound, node).stream()
        .anyMatch(item -> isNested(item) || opensColumn(bound, item));
  }

  /** Whether an item is an UNNEST of a column, of this query or of one around it. */
  static boolean opensColumn(BoundQuery bound, FromItem item) {
    return item instanceof FromItem.UnnestItem unnest && hasColumn(bound, unnest.call());
  }

  static boolean isNested(FromItem item) {
    return item instanceof FromItem.TableItem table
        && table.table().columns().stream().anyMatch(column -> column.type().isNested());
  }

  /** The FROM items that stand in FROM clauses below {@code node}. */
  static Set<FromItem> defined(BoundQuery bound, SqlNode node) {
    Set<FromItem> items = Collections.newSetFromMap(new IdentityHashMap<>());
    TreeWalk.walk(
        node,
        inner -> {
          FromItem item = bound.item(inner);
          if (item != null) {
            items.add(item);
          }
          return true;
        });
    return items;
  }

  /** A partition key's values are names of folders: short, and without a blank at the end. */
  static boolean isPartitionKey(ColumnReference reference) {
    return reference.item() instanceof FromItem.TableItem item
        && item.table().isPartitioned()
        && item.table().partitionKeys().stream()
            .anyMatch(key -> key.name().equals(reference.column()));
  }
}
