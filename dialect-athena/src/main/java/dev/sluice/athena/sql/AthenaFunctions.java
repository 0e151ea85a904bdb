package dev.sluice.athena.sql;

import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** What Sluice's SQL has and Trino's grammar has not. */
final class AthenaFunctions {
  private AthenaFunctions() {}

  static FunctionTable table() {
    return FunctionTable.builder()
        .form("is true", call -> orElse(call, false))
        .form("is not false", call -> orElse(call, true))
        .form("is not true", call -> Nodes.call(SqlStdOperatorTable.NOT, orElse(call, false)))
        .form("is false", call -> Nodes.call(SqlStdOperatorTable.NOT, orElse(call, true)))
        .buildOfTheOwnSemantics();
  }

  private static SqlNode orElse(FunctionCall call, boolean whenNull) {
    return Nodes.call(SqlStdOperatorTable.COALESCE, call.operand(0), Nodes.truth(whenNull));
  }
}
