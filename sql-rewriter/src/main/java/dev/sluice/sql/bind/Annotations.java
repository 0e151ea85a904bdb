package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;

/** What {@link Annotator} gathers; mutable while it does, then copied. */
final class Annotations {
  final List<FromItem> items = new ArrayList<>();
  final Map<SqlNode, DataType> types = new IdentityHashMap<>();
  final Map<SqlIdentifier, ColumnReference> references = new IdentityHashMap<>();
  final Map<SqlNode, FromItem> itemsByNode = new IdentityHashMap<>();

  /** The columns that a table's alias renames, in the table's order. */
  final Map<FromItem, List<String>> renamed = new IdentityHashMap<>();

  /** What each name in an expression of ORDER BY stands for when it is an output column's. */
  final Map<SqlIdentifier, SqlNode> outputs = new IdentityHashMap<>();

  /** The names of each SELECT's columns, unique within it. */
  final Map<SqlSelect, List<String>> outputNames = new IdentityHashMap<>();

  /** A window that builds on a named one, with what it takes from that. */
  final Map<SqlWindow, SqlWindow> wholeWindows = new IdentityHashMap<>();
}
