package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.FromItem.Part;
import dev.sluice.sql.bind.FromItem.UnnestColumn;
import dev.sluice.sql.bind.FromItem.UnnestItem;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.Remarks;
import dev.sluice.sql.rewrite.UnnestRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * UNNEST becomes a lateral join with a generator; what it yields is one column, and the fields of
 * its structs are paths below that.
 *
 * <pre>
 * FROM t CROSS JOIN UNNEST(t.items) AS i(sku, price)   i.sku
 * FROM t CROSS JOIN LATERAL explode(t.items) AS i(item)   i.item.sku
 *
 * FROM t LEFT JOIN UNNEST(t.a, t.b) WITH ORDINALITY AS u(x, y, n) ON TRUE   u.x, u.n
 * FROM t LEFT JOIN LATERAL posexplode(arrays_zip(coalesce(t.a, array()), coalesce(t.b, array())))
 *   AS u(pos, item) ON TRUE   u.item.`0`, u.pos + 1
 * </pre>
 */
final class UnnestToLateralExplode implements UnnestRule {
  private static final String POSITION = "pos";
  private static final String ITEM = "item";
  private static final String KEY = "key";
  private static final String VALUE = "value";

  @Override
  public String name() {
    return "unnest-to-lateral-explode";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(
        Capability.UNNEST_INNER,
        Capability.UNNEST_LEFT,
        Capability.UNNEST_WITH_ORDINALITY,
        Capability.UNNEST_STRUCTS,
        Capability.UNNEST_MAP,
        Capability.UNNEST_SEVERAL,
        Capability.UNNEST_CORRELATED_SUBQUERY);
  }

  @Override
  public SqlNode from(UnnestItem item, String alias, List<SqlNode> operands) {
    boolean numbered = item.columns().stream().anyMatch(c -> c.part() == Part.ORDINALITY);
    SqlNode source = operands.size() == 1 ? operands.get(0) : zipped(item, operands);
    List<SqlNode> parts = new ArrayList<>();
    parts.add(call(Lateral.LATERAL, call(numbered ? "posexplode" : "explode", source)));
    parts.add(Nodes.name(alias));
    if (numbered) {
      parts.add(Nodes.name(POSITION));
    }
    if (operands.size() == 1 && isMap(item, 0)) {
      parts.add(Nodes.name(KEY));
      parts.add(Nodes.name(VALUE));
    } else {
      parts.add(Nodes.name(ITEM));
    }
    return SqlStdOperatorTable.AS.createCall(SqlParserPos.ZERO, parts);
  }

  private static boolean isMap(UnnestItem item, int operand) {
    return item.columns().stream()
        .anyMatch(column -> column.operand() == operand && column.part() == Part.KEY);
  }

  /** Side by side, the shorter ones filled up with NULL; a NULL array counts as an empty one. */
  private static SqlNode zipped(UnnestItem item, List<SqlNode> operands) {
    List<SqlNode> arrays = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      SqlNode array = isMap(item, i) ? call("map_entries", operands.get(i)) : operands.get(i);
      arrays.add(call("coalesce", array, call("array")));
    }
    return call("arrays_zip", arrays.toArray(SqlNode[]::new));
  }

  @Override
  public SqlNode join(
      @Nullable SqlNode left, SqlNode unnest, boolean outer, SqlNode at, Remarks remarks) {
    if (left == null) {
      return alone((SqlCall) unnest);
    }
    SqlParserPos position = at.getParserPosition();
    return new SqlJoin(
        position,
        left,
        SqlLiteral.createBoolean(false, position),
        (outer ? JoinType.LEFT : JoinType.CROSS).symbol(position),
        unnest,
        (outer ? JoinConditionType.ON : JoinConditionType.NONE).symbol(position),
        outer ? Nodes.truth(true) : null);
  }

  /** With nothing to its left there is nothing to be lateral to. */
  private static SqlNode alone(SqlCall as) {
    List<SqlNode> parts = new ArrayList<>(as.getOperandList());
    parts.set(0, ((SqlCall) as.operand(0)).operand(0));
    return SqlStdOperatorTable.AS.createCall(SqlParserPos.ZERO, parts);
  }

  @Override
  public SqlNode column(UnnestItem item, String alias, UnnestColumn column, List<String> path) {
    if (column.part() == Part.ORDINALITY) {
      SqlNode counted = Nodes.plus(Nodes.name(alias, POSITION), Nodes.number(1));
      return call(SqlStdOperatorTable.CAST, counted, Nodes.keyword("BIGINT"));
    }
    boolean several = item.columns().stream().anyMatch(other -> other.operand() > 0);
    List<String> parts = new ArrayList<>(List.of(alias));
    if (several) {
      parts.add(ITEM);
      parts.add(String.valueOf(column.operand()));
    }
    switch (column.part()) {
      case KEY -> parts.add(KEY);
      case VALUE -> parts.add(VALUE);
      case ELEMENT, FIELD -> {
        if (!several) {
          parts.add(ITEM);
        }
        if (column.field() != null) {
          parts.add(column.field());
        }
      }
      case ORDINALITY -> throw new IllegalStateException("handled above");
    }
    parts.addAll(path);
    return Nodes.name(parts);
  }
}
