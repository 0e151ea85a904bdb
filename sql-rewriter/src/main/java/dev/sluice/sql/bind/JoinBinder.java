package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Binds joins. USING and NATURAL become ON, since engines disagree on what names the joined columns
 * have afterwards; here it is as in Trino: one column without a qualifier stands for both.
 *
 * <pre>
 * SELECT k, a.x FROM a JOIN b USING (k)
 * SELECT a.k, a.x FROM a JOIN b ON a.k = b.k
 * </pre>
 */
final class JoinBinder {
  private final Binding binding;
  private final QueryBinder queries;
  private final FromBinder from;

  JoinBinder(Binding binding, QueryBinder queries, FromBinder from) {
    this.binding = binding;
    this.queries = queries;
    this.from = from;
  }

  Joined bind(SqlJoin join, Scope outer) {
    Joined left = from.item(join.getLeft(), outer, outer);
    Joined right = from.item(join.getRight(), outer, Scope.of(left, outer));
    if (join.isNatural()) {
      return using(join, left, right, common(left, right));
    } else if (join.getConditionType() == JoinConditionType.USING) {
      List<SqlIdentifier> names = new ArrayList<>();
      ((SqlNodeList) Objects.requireNonNull(join.getCondition()))
          .forEach(name -> names.add((SqlIdentifier) name));
      return using(join, left, right, names);
    }
    requireCondition(join);
    Joined both = joined(join, left, right, List.of(), List.of());
    SqlNode condition = join.getCondition();
    SqlNode bound =
        condition == null
            ? null
            : queries
                .expressions()
                .condition(
                    condition, Place.of(Scope.of(both, outer), Clause.ON, new ArrayList<>()));
    return with(both, node(join, left, right, join.getConditionType(), bound));
  }

  /** Calcite reads a JOIN without a condition, which no engine here does. */
  private static void requireCondition(SqlJoin join) {
    boolean crossed = join.getJoinType() == JoinType.CROSS || join.getJoinType() == JoinType.COMMA;
    if (crossed != (join.getCondition() == null)) {
      throw BindErrors.invalid(
          join.getRight(),
          crossed ? "CROSS JOIN takes no condition" : "JOIN needs ON or USING, or CROSS before it,",
          "");
    }
  }

  private static Joined joined(
      SqlJoin join,
      Joined left,
      Joined right,
      List<Scope.Merged> merged,
      List<Relation.Column> hidden) {
    return new Joined(
        join,
        Joined.both(left.relations(), right.relations()),
        Joined.both(merged, Joined.both(left.merged(), right.merged())),
        Joined.both(hidden, Joined.both(left.hidden(), right.hidden())));
  }

  private static Joined with(Joined joined, SqlNode node) {
    return new Joined(node, joined.relations(), joined.merged(), joined.hidden());
  }

  private static SqlNode node(
      SqlJoin join,
      Joined left,
      Joined right,
      JoinConditionType conditionType,
      @Nullable SqlNode condition) {
    SqlParserPos at = join.getParserPosition();
    boolean crossed = join.isNatural() && condition == null;
    return new SqlJoin(
        at,
        left.node(),
        SqlLiteral.createBoolean(false, at),
        crossed ? JoinType.CROSS.symbol(at) : join.getJoinTypeNode(),
        right.node(),
        conditionType.symbol(at),
        condition);
  }

  /** The columns that both sides of a NATURAL join have, in the order of the left. */
  private static List<SqlIdentifier> common(Joined left, Joined right) {
    Scope names = Scope.of(right, Scope.NOTHING);
    List<SqlIdentifier> common = new ArrayList<>();
    for (Relation relation : left.relations()) {
      for (Relation.Column column : relation.columns()) {
        if (column.name() != null && !left.hidden().contains(column) && names.has(column.name())) {
          common.add(new SqlIdentifier(column.name(), left.node().getParserPosition()));
        }
      }
    }
    return common;
  }

  private Joined using(SqlJoin join, Joined left, Joined right, List<SqlIdentifier> names) {
    List<Scope.Merged> merged = new ArrayList<>();
    List<Relation.Column> hidden = new ArrayList<>();
    Set<Scope.Merged> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
    SqlNode condition = null;
    for (SqlIdentifier name : names) {
      SqlNode a = side(name, left, "left", hidden, replaced);
      SqlNode b = side(name, right, "right", hidden, replaced);
      SqlNode equal = equal(name, a, b);
      condition = condition == null ? equal : and(condition, equal);
      merged.add(merged(join.getJoinType(), name, a, b));
    }
    SqlNode node =
        node(
            join,
            left,
            right,
            condition == null ? JoinConditionType.NONE : JoinConditionType.ON,
            condition);
    Joined joined = joined(join, left, right, merged, hidden);
    List<Scope.Merged> remaining = new ArrayList<>(joined.merged());
    remaining.removeIf(replaced::contains);
    return new Joined(node, joined.relations(), remaining, joined.hidden());
  }

  private SqlNode side(
      SqlIdentifier name,
      Joined side,
      String word,
      List<Relation.Column> hidden,
      Set<Scope.Merged> replaced) {
    Scope scope = Scope.of(side, Scope.NOTHING);
    Scope.Found found;
    try {
      found =
          scope
              .find(name.names)
              .orElseThrow(
                  () ->
                      BindErrors.at(
                          name,
                          dev.sluice.ErrorCode.COLUMN_NOT_FOUND,
                          "Column " + name + " not found on the " + word + " side of the join",
                          ""));
    } catch (Scope.Ambiguous e) {
      throw BindErrors.ambiguous(name, name.getSimple(), e.found());
    }
    if (found.merged() != null) {
      replaced.add(found.merged());
      return found.merged().node();
    }
    Relation.Column column = Objects.requireNonNull(found.column());
    hidden.add(column);
    return queries
        .expressions()
        .reference(
            name, Objects.requireNonNull(found.relation()), column, List.of(), column.type());
  }

  private SqlNode equal(SqlIdentifier name, SqlNode a, SqlNode b) {
    DataType left = binding.typeOf(a);
    DataType right = binding.typeOf(b);
    if (CommonType.of(left, right).isEmpty() && !Types.isAny(left) && !Types.isAny(right)) {
      throw BindErrors.compared(name, left, right);
    }
    List<SqlNode> alike = queries.expressions().alike(List.of(a, b));
    return binding.typed(
        SqlStdOperatorTable.EQUALS.createCall(name.getParserPosition(), alike),
        DataType.Primitive.BOOLEAN);
  }

  private SqlNode and(SqlNode a, SqlNode b) {
    return binding.typed(
        SqlStdOperatorTable.AND.createCall(b.getParserPosition(), a, b),
        DataType.Primitive.BOOLEAN);
  }

  /** Where both are there they are equal; where one may be missing the other stands for it. */
  private Scope.Merged merged(JoinType type, SqlIdentifier name, SqlNode a, SqlNode b) {
    DataType common = CommonType.of(binding.typeOf(a), binding.typeOf(b)).orElse(binding.typeOf(a));
    SqlNode node =
        switch (type) {
          case RIGHT -> b;
          case FULL -> {
            List<SqlNode> alike = queries.expressions().alike(List.of(a, b));
            yield binding.typed(
                SqlStdOperatorTable.COALESCE.createCall(name.getParserPosition(), alike), common);
          }
          default -> a;
        };
    return new Scope.Merged(name.getSimple(), node, binding.typeOf(node));
  }
}
