package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.Parameter;
import dev.sluice.ResultColumn;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
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
  private final List<Parameter> parameters;
  private final List<FromItem> items;
  private final Map<SqlNode, DataType> types;
  private final Map<SqlIdentifier, ColumnReference> references;
  private final Map<SqlNode, FromItem> itemsByNode;
  private final Map<SqlNode, FromItem> splitKeys;
  private final Map<SqlSelect, List<String>> outputNames;
  private final Set<SqlNode> outermost = Collections.newSetFromMap(new IdentityHashMap<>());

  BoundQuery(SqlNode pristine, SqlNode root, List<ResultColumn> columns, Binding binding) {
    this.pristine = pristine;
    this.root = root;
    this.columns = List.copyOf(columns);
    this.parameters = List.copyOf(binding.parameters.all());
    this.items = List.copyOf(binding.items);
    this.types = new IdentityHashMap<>(binding.types);
    this.references = new IdentityHashMap<>(binding.references);
    this.itemsByNode = new IdentityHashMap<>(binding.itemsByNode);
    this.splitKeys = new IdentityHashMap<>(binding.splitKeys);
    this.outputNames = new IdentityHashMap<>(binding.outputNames);
    addOutermost(root);
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

  /** Every {@code ?}, in the order of the text. */
  public List<Parameter> parameters() {
    return parameters;
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

  /** The item whose {@link SplitKey} an expression is, if it is one. */
  public Optional<FromItem> splitKey(SqlNode expression) {
    return Optional.ofNullable(splitKeys.get(expression));
  }

  /** Whether a SELECT gives the answer itself: alone, below WITH, or as a branch of a set. */
  public boolean isOutermost(SqlSelect select) {
    return outermost.contains(select);
  }

  private void addOutermost(SqlNode query) {
    if (query instanceof SqlWith with) {
      addOutermost(with.body);
    } else if (query.isA(SqlKind.SET_QUERY)) {
      ((SqlCall) query).getOperandList().forEach(this::addOutermost);
    } else {
      outermost.add(query);
    }
  }

  /** What a SELECT's columns are called: of the whole query as the user sees them, else unique. */
  public List<String> outputNames(SqlSelect select) {
    return Objects.requireNonNull(outputNames.get(select), "names of a SELECT's columns");
  }

  /** What the columns of each SELECT with an ORDER BY are called, lower case. */
  public Set<String> orderedNames() {
    Set<String> names = new HashSet<>();
    outputNames.forEach(
        (select, outputs) -> {
          if (select.getOrderList() != null) {
            outputs.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
          }
        });
    return names;
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
