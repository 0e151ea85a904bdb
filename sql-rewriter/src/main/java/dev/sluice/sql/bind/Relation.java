package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What names can lead to in one item of a FROM clause.
 *
 * @param alias what its columns may be qualified with; empty where the user gave none
 * @param database the database that may stand before the alias, for a table without an alias
 */
record Relation(
    FromItem item,
    String alias,
    String qualifier,
    @Nullable String database,
    List<Column> columns,
    Names names) {

  /**
   * A column that a FROM item yields.
   *
   * @param name what the user calls it; null for a column without a name, which only a star reaches
   * @param id what it is called in the rewritten query, unique within its relation
   */
  record Column(@Nullable String name, String id, DataType type) {}

  /** Columns by name, so that a wide table costs no more to look up in than a narrow one. */
  static final class Names {
    private final Map<String, List<Column>> byName = new HashMap<>();

    Names(List<Column> columns) {
      for (Column column : columns) {
        if (column.name() != null) {
          byName.computeIfAbsent(column.name(), name -> new ArrayList<>(1)).add(column);
        }
      }
    }

    List<Column> find(String name) {
      return byName.getOrDefault(name, List.of());
    }

    Iterable<String> all() {
      return new TreeSet<>(byName.keySet());
    }
  }

  /** What one table's columns are called, however often a query names it. */
  record Columns(List<Column> all, Names names) {
    static Columns of(List<Column> all) {
      return of(all, List.of());
    }

    /** The same, and columns that only their names lead to. */
    static Columns of(List<Column> all, List<Column> hidden) {
      List<Column> named = new ArrayList<>(all);
      named.addAll(hidden);
      return new Columns(List.copyOf(all), new Names(named));
    }
  }

  static Relation of(
      FromItem item, String alias, String qualifier, @Nullable String database, Columns columns) {
    return new Relation(item, alias, qualifier, database, columns.all(), columns.names());
  }

  List<Column> find(String name) {
    return names.find(name);
  }

  /** What a table's own names make of several keys; none where the query has named them anew. */
  Optional<SplitKey> splitKey() {
    return item instanceof FromItem.TableItem table
        ? SplitKey.of(table.table())
            .filter(split -> split.keys().stream().allMatch(key -> !find(key.name()).isEmpty()))
        : Optional.empty();
  }

  /** Whether {@code qualifier}, the parts before a column's name, means this relation. */
  boolean isCalled(List<String> qualifier) {
    return switch (qualifier.size()) {
      case 1 -> !alias.isEmpty() && alias.equals(qualifier.get(0));
      case 2 ->
          database != null && database.equals(qualifier.get(0)) && alias.equals(qualifier.get(1));
      case 3 -> qualifier.get(0).equals(CatalogTables.GLUE) && isCalled(qualifier.subList(1, 3));
      default -> false;
    };
  }
}
