package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/**
 * A query whose every name is resolved. The tree is never changed after binding: whoever rewrites
 * makes new nodes.
 */
public final class BoundQuery {
  private final SqlNode pristine;
  private final SqlNode root;
  private final List<ResultColumn> columns;
  private final List<FromItem> items;
  private final Map<SqlNode, DataType> types;
  private final Map<SqlIdentifier, ColumnReference> references;
  private final Map<SqlNode, FromItem> itemsByNode;
  private final Map<SqlIdentifier, SqlNode> outputs;
  private final Map<SqlSelect, List<String>> outputNames;
  private final Map<SqlWindow, SqlWindow> wholeWindows;

  BoundQuery(SqlNode pristine, SqlNode root, List<ResultColumn> columns, Annotations annotations) {
    this.pristine = pristine;
    this.root = root;
    this.columns = List.copyOf(columns);
    this.items = List.copyOf(annotations.items);
    this.types = new IdentityHashMap<>(annotations.types);
    this.references = new IdentityHashMap<>(annotations.references);
    this.itemsByNode = new IdentityHashMap<>(annotations.itemsByNode);
    this.outputs = new IdentityHashMap<>(annotations.outputs);
    this.outputNames = new IdentityHashMap<>(annotations.outputNames);
    this.wholeWindows = new IdentityHashMap<>(annotations.wholeWindows);
  }

  /** The tree as the user wrote it: {@code *} is still a star. */
  public SqlNode pristine() {
    return pristine;
  }

  /** The tree with every name qualified and every star expanded. */
  public SqlNode root() {
    return root;
  }

  public List<ResultColumn> columns() {
    return columns;
  }

  /** Every FROM item of the query and its subqueries, in the order of the text. */
  public List<FromItem> items() {
    return items;
  }

  /** The type of an expression of {@link #root()}. */
  public DataType typeOf(SqlNode expression) {
    DataType type = types.get(expression);
    return type == null ? DataType.Primitive.UNKNOWN : type;
  }

  /** Where a column's name leads; empty for a name that is no column, as an alias in ORDER BY. */
  public Optional<ColumnReference> reference(SqlIdentifier name) {
    return Optional.ofNullable(references.get(name));
  }

  /** The expression that a name inside an expression of ORDER BY stands for as an output column. */
  public Optional<SqlNode> output(SqlIdentifier name) {
    return Optional.ofNullable(outputs.get(name));
  }

  /** A window with all that it takes from the named one on which it builds, if it does. */
  public SqlWindow whole(SqlWindow window) {
    return wholeWindows.getOrDefault(window, window);
  }

  /** Whether a SELECT gives the answer itself: alone, below WITH, or as a branch of a set. */
  public boolean isOutermost(SqlSelect select) {
    return isOutermost(root, select);
  }

  private static boolean isOutermost(SqlNode query, SqlSelect select) {
    if (query instanceof SqlWith with) {
      return isOutermost(with.body, select);
    }
    return query == select
        || (query.isA(SqlKind.SET_QUERY)
            && ((SqlCall) query)
                .getOperandList().stream().anyMatch(branch -> isOutermost(branch, select)));
  }

  /** The names of a SELECT's columns, unique but for those of the whole query. */
  public List<String> outputNames(SqlSelect select) {
    return Objects.requireNonNull(outputNames.get(select), "names of a SELECT's columns");
  }

  /** Every column that the query reads. */
  public List<ColumnReference> references() {
    return List.copyOf(references.values());
  }

  /** The item that a node of a FROM clause stands for. */
  public @Nullable FromItem item(SqlNode fromNode) {
    return itemsByNode.get(fromNode);
  }
}
