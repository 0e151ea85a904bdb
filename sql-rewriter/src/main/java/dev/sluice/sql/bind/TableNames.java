package dev.sluice.sql.bind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Finds what stands in FROM clauses, and every name as the user wrote it. */
final class TableNames extends SqlBasicVisitor<@Nullable Void> {
  private final Set<String> namedQueries = new HashSet<>();
  private final Map<String, SqlIdentifier> tables = new LinkedHashMap<>();

  /** The identifiers of FROM clauses that name no query of WITH, each spelling once. */
  static Iterable<SqlIdentifier> in(SqlNode query) {
    TableNames names = new TableNames();
    query.accept(names);
    names.tables.keySet().removeAll(names.namedQueries);
    return names.tables.values();
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      from(select.getFrom());
    } else if (call instanceof SqlWith with) {
      for (SqlNode item : with.withList) {
        namedQueries.add(((SqlWithItem) item).name.getSimple());
      }
    }
    return super.visit(call);
  }

  private void from(SqlNode node) {
    if (node instanceof SqlIdentifier id) {
      tables.putIfAbsent(String.join(".", id.names), id);
    } else if (node instanceof SqlJoin join) {
      from(join.getLeft());
      from(join.getRight());
    } else if (node instanceof SqlBasicCall call
        && (call.getKind() == SqlKind.AS
            || call.getKind() == SqlKind.TABLE_REF
            || call.getKind() == SqlKind.TABLESAMPLE)) {
      from(call.operand(0));
    }
  }
}
