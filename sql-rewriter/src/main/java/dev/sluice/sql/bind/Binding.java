package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/** What binding one query gathers; mutable while it does, then copied. */
final class Binding {
  final CatalogTables tables;
  final TrinoFunctions functions;
  final Parameters parameters;
  final List<FromItem> items = new ArrayList<>();
  final Map<SqlNode, DataType> types = new IdentityHashMap<>();
  final Map<SqlIdentifier, ColumnReference> references = new IdentityHashMap<>();
  final Map<SqlNode, FromItem> itemsByNode = new IdentityHashMap<>();

  /** Where the text of a {@link SplitKey} stands, and of which item. */
  final Map<SqlNode, FromItem> splitKeys = new IdentityHashMap<>();

  /** What each SELECT's columns are called in the rewritten query. */
  final Map<SqlSelect, List<String>> outputNames = new IdentityHashMap<>();

  /** How many parts the aggregates of PIVOTs have, each counted once for each value. */
  long pivoted;

  /** How nameless FROM items are told apart in qualified names, which nobody sees. */
  private int nameless;

  Binding(
      SqlNode query,
      CatalogTables tables,
      TrinoFunctions functions,
      List<? extends @Nullable Object> values) {
    this.tables = tables;
    this.functions = functions;
    this.parameters = new Parameters(query, values, this);
  }

  <N extends SqlNode> N typed(N node, DataType type) {
    types.put(node, type);
    return node;
  }

  DataType typeOf(SqlNode node) {
    return types.getOrDefault(node, Primitive.UNKNOWN);
  }

  List<DataType> typesOf(List<? extends SqlNode> nodes) {
    List<DataType> types = new ArrayList<>(nodes.size());
    for (SqlNode node : nodes) {
      types.add(typeOf(node));
    }
    return types;
  }

  void item(FromItem item, SqlNode node) {
    items.add(item);
    itemsByNode.put(node, item);
  }

  /** What qualifies the names that lead to an item. */
  String qualifier(String alias) {
    return alias.isEmpty() ? "expr$" + nameless++ : alias;
  }
}
