package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** What {@link Annotator} gathers; mutable while it does, then copied. */
final class Annotations {
  final List<FromItem> items = new ArrayList<>();
  final Map<SqlNode, DataType> types = new IdentityHashMap<>();
  final Map<SqlIdentifier, ColumnReference> references = new IdentityHashMap<>();
  final Map<SqlNode, FromItem> itemsByNode = new IdentityHashMap<>();
}
