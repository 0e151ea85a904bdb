package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * A FROM clause, or a part of one, whose names are bound.
 *
 * @param node the part, rewritten
 * @param merged columns that USING made of two, in the order of a star
 * @param hidden the columns that went into them
 */
record Joined(
    SqlNode node,
    List<Relation> relations,
    List<Scope.Merged> merged,
    List<Relation.Column> hidden) {

  static Joined of(SqlNode node, Relation relation) {
    return new Joined(node, List.of(relation), List.of(), List.of());
  }

  static <T> List<T> both(List<T> left, List<T> right) {
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
