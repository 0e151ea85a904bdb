package dev.sluice.spectrum.sql;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.Remarks;
import dev.sluice.sql.rewrite.UnnestRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * UNNEST becomes a range variable over the array. Redshift documents two forms, the comma and a
 * LEFT JOIN on true (Amazon Redshift Database Developer Guide, tutorial-query-nested-data, 2025). A
 * map is an array of structs of key and value there.
 *
 * <pre>
 * FROM t CROSS JOIN UNNEST(t.items) AS i (sku, n)        → FROM t, t.items AS i
 * FROM t LEFT JOIN UNNEST(t.items) AS i (sku, n) ON TRUE → FROM t LEFT JOIN t.items AS i ON TRUE
 * EXISTS (SELECT 1 FROM UNNEST(t.items) AS i (sku, n))   → EXISTS (SELECT 1 FROM t.items AS i)
 * SELECT i.sku                                           → SELECT i.sku
 * </pre>
 */
public final class UnnestToRangeVariable implements UnnestRule {
  private static final String TUTORIAL = Sources.guide2025("tutorial-query-nested-data");
  private static final String RESTRICTIONS =
      "Amazon Redshift Database Developer Guide, nested-data-restrictions, 2026-09";
  private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

  @Override
  public String name() {
    return "unnest-to-range-variable";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(
        Capability.UNNEST_INNER,
        Capability.UNNEST_LEFT,
        Capability.UNNEST_STRUCTS,
        Capability.UNNEST_MAP,
        Capability.UNNEST_CORRELATED_SUBQUERY);
  }

  /** Several arrays in step and ordinality stay an UNNEST, which {@link #join} refuses. */
  @Override
  public SqlNode from(FromItem.UnnestItem item, String alias, List<SqlNode> operands) {
    boolean ordinality =
        item.columns().stream().anyMatch(column -> column.part() == FromItem.Part.ORDINALITY);
    return operands.size() == 1 && !ordinality
        ? Nodes.as(operands.get(0), alias)
        : Nodes.call("UNNEST", operands.toArray(SqlNode[]::new));
  }

  @Override
  public SqlNode join(
      @Nullable SqlNode left, SqlNode unnest, boolean outer, SqlNode at, Remarks remarks) {
    if (!isPath(unnest)) {
      refuse(at, "an UNNEST of anything but one column or a path into one", TUTORIAL, remarks);
    }
    if (left == null) {
      // At the head of FROM a path can only lead to an array of the query around.
      return unnest;
    } else if (outer && hasComma(left)) {
      String why =
          "a LEFT JOIN UNNEST to the right of an inner UNNEST: no form of it is documented";
      refuse(at, why, TUTORIAL, remarks);
    } else if (outer && !isOneTable(left)) {
      String why =
          "a LEFT JOIN UNNEST beside other tables: an outer join may touch one nested table and its"
              + " own arrays and maps only";
      refuse(at, why, RESTRICTIONS, remarks);
    }
    return outer ? leftJoin(left, unnest) : comma(left, unnest);
  }

  /** A comma binds weaker than JOIN, so no JOIN may have one on either side. */
  @Override
  public SqlNode beside(SqlJoin join, SqlNode at, Remarks remarks) {
    boolean product = join.getJoinType() == JoinType.COMMA || join.getJoinType() == JoinType.CROSS;
    boolean commas = hasComma(join.getLeft()) || hasComma(join.getRight());
    if (product && (commas || join.getJoinType() == JoinType.COMMA)) {
      return comma(join.getLeft(), join.getRight());
    }
    if (commas) {
      String why =
          "a JOIN beside an inner UNNEST: the comma that the UNNEST becomes binds weaker than JOIN;"
              + " put the UNNEST last in FROM";
      refuse(at, why, TUTORIAL, remarks);
    }
    return join;
  }

  @Override
  public SqlNode column(
      FromItem.UnnestItem item, String alias, FromItem.UnnestColumn column, List<String> path) {
    List<String> names = new ArrayList<>(List.of(alias));
    switch (column.part()) {
      case FIELD -> names.add(java.util.Objects.requireNonNull(column.field(), "field"));
      case KEY -> names.add("key");
      case VALUE -> names.add("value");
      // An ordinality has been refused by join; the element is the range variable itself.
      case ELEMENT, ORDINALITY -> {}
    }
    names.addAll(path);
    return Nodes.name(names);
  }

  private static void refuse(SqlNode at, String why, String source, Remarks remarks) {
    remarks.refuse(at, Capability.UNNEST_INNER.name(), why, source);
  }

  private static boolean isPath(SqlNode unnest) {
    return unnest instanceof SqlCall as
        && as.getKind() == SqlKind.AS
        && as.operand(0) instanceof SqlIdentifier path
        && path.names.size() >= 2;
  }

  private static boolean hasComma(SqlNode from) {
    return from instanceof SqlJoin join
        && (join.getJoinType() == JoinType.COMMA
            || hasComma(join.getLeft())
            || hasComma(join.getRight()));
  }

  /** Whether a FROM clause holds one table and range variables over its own arrays. */
  private static boolean isOneTable(SqlNode from) {
    Set<String> aliases = new HashSet<>();
    for (SqlNode leaf : leaves(from)) {
      SqlCall as = (SqlCall) leaf;
      boolean own =
          as.operand(0) instanceof SqlIdentifier path && aliases.contains(path.names.get(0));
      if (!own && !aliases.isEmpty()) {
        return false;
      }
      aliases.add(((SqlIdentifier) as.operand(1)).getSimple());
    }
    return true;
  }

  private static List<SqlNode> leaves(SqlNode from) {
    List<SqlNode> leaves = new ArrayList<>();
    if (from instanceof SqlJoin join) {
      leaves.addAll(leaves(join.getLeft()));
      leaves.addAll(leaves(join.getRight()));
    } else if (from.getKind() == SqlKind.AS) {
      leaves.add(from);
    }
    return leaves;
  }

  /** Commas in a row, without parentheses: {@code a, (b, c)} is {@code a, b, c}. */
  private static SqlNode comma(SqlNode left, SqlNode right) {
    if (right instanceof SqlJoin join && join.getJoinType() == JoinType.COMMA) {
      return comma(comma(left, join.getLeft()), join.getRight());
    }
    return join(left, JoinType.COMMA, right, JoinConditionType.NONE, null);
  }

  private static SqlNode leftJoin(SqlNode left, SqlNode right) {
    return join(left, JoinType.LEFT, right, JoinConditionType.ON, Nodes.truth(true));
  }

  private static SqlNode join(
      SqlNode left,
      JoinType type,
      SqlNode right,
      JoinConditionType conditionType,
      @Nullable SqlNode condition) {
    return new SqlJoin(
        NOWHERE,
        left,
        SqlLiteral.createBoolean(false, NOWHERE),
        type.symbol(NOWHERE),
        right,
        conditionType.symbol(NOWHERE),
        condition);
  }
}
