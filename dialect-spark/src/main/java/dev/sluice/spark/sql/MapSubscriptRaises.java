package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.text;

import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.CallRule;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A key that a map lacks is an error in Sluice's SQL; Spark's brackets give NULL. A NULL map or key
 * gives NULL in both.
 *
 * <pre>
 * tags['os']
 * CASE WHEN map_contains_key(tags, 'os') THEN tags['os'] WHEN tags IS NULL THEN NULL
 *   ELSE raise_error(concat('Key not present in map: ', 'os')) END
 * </pre>
 */
final class MapSubscriptRaises implements CallRule {
  @Override
  public String name() {
    return "map-subscript-raises";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.MAP_SUBSCRIPT);
  }

  @Override
  public SqlNode call(FunctionCall call) {
    call.remarks().applied(name());
    SqlNode map = call.operand(0);
    SqlNode key = call.operand(1);
    SqlNode absent = Nodes.isNull(map);
    if (!(key instanceof SqlLiteral)) {
      absent = Nodes.or(absent, Nodes.isNull(key));
    }
    SqlNode message =
        Nodes.call("concat", text("Key not present in map: "), call.cast(key, Primitive.STRING));
    return new SqlCase(
        SqlParserPos.ZERO,
        null,
        list(Nodes.call("map_contains_key", map, key), absent),
        list(call.call(call.original().getOperator(), List.of(map, key)), Nodes.nullLiteral()),
        Nodes.call("raise_error", message));
  }

  private static SqlNodeList list(SqlNode... nodes) {
    return new SqlNodeList(List.of(nodes), SqlParserPos.ZERO);
  }
}
