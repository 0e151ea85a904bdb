package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * The relations that names can lead to, innermost first. A name is looked for with as many of its
 * parts as a qualifier as can be, and for each such reading from the inside out, as Trino does.
 */
final class Scope {
  /** Where nothing can be named. */
  static final Scope NOTHING = new Scope(List.of(), List.of(), List.of(), Map.of(), null);

  private final List<Relation> relations;
  private final List<Merged> merged;
  private final Set<Relation.Column> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, QueryBinder.Named> queries;
  private final @Nullable Scope outer;

  /**
   * A column that USING made of two, or a lambda's parameter; it has no qualifier.
   *
   * @param node what stands for it
   */
  record Merged(String name, SqlNode node, DataType type) {}

  /** What a name leads to: a column of a relation, or a merged one, and a path below it. */
  record Found(
      @Nullable Relation relation,
      Relation.@Nullable Column column,
      @Nullable Merged merged,
      List<String> path) {}

  private Scope(
      List<Relation> relations,
      List<Merged> merged,
      Iterable<Relation.Column> hidden,
      Map<String, QueryBinder.Named> queries,
      @Nullable Scope outer) {
    this.relations = List.copyOf(relations);
    this.merged = List.copyOf(merged);
    hidden.forEach(this.hidden::add);
    this.queries = queries;
    this.outer = outer;
  }

  static Scope of(Joined joined, Scope outer) {
    return new Scope(joined.relations(), joined.merged(), joined.hidden(), outer.queries, outer);
  }

  /** No relation of its own, and everything of {@code outerScope}. */
  Scope inside(Scope outerScope) {
    return new Scope(List.of(), List.of(), List.of(), outerScope.queries, outerScope);
  }

  /** The parameters of a lambda, and everything of this scope. */
  Scope locals(List<Merged> parameters) {
    return new Scope(List.of(), parameters, List.of(), queries, this);
  }

  /** The same, and a query of WITH. */
  Scope with(String name, QueryBinder.Named query) {
    Map<String, QueryBinder.Named> more = new HashMap<>(queries);
    more.put(name, query);
    return new Scope(relations, merged, hidden, more, outer);
  }

  /** The query of WITH that a bare name in FROM means. */
  QueryBinder.@Nullable Named query(String name) {
    return queries.get(name);
  }

  /** Whether a bare name leads to a column of this query's own FROM clause. */
  boolean has(String name) {
    return !here(List.of(name), 0).isEmpty();
  }

  /** What a name leads to; empty if to nothing. Throws {@link Ambiguous} if to several things. */
  Optional<Found> find(List<String> names) {
    for (int qualifier = Math.min(3, names.size() - 1); qualifier >= 0; qualifier--) {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        List<Found> found = scope.here(names, qualifier);
        if (found.size() > 1) {
          throw new Ambiguous(found);
        } else if (found.size() == 1) {
          return Optional.of(found.get(0));
        }
      }
    }
    return Optional.empty();
  }

  private List<Found> here(List<String> names, int qualifier) {
    List<Found> found = new ArrayList<>();
    String name = names.get(qualifier);
    List<String> path = names.subList(qualifier + 1, names.size());
    if (qualifier == 0) {
      for (Merged one : merged) {
        if (one.name().equals(name)) {
          found.add(new Found(null, null, one, path));
        }
      }
    }
    for (Relation relation : relations) {
      if (qualifier == 0 || relation.isCalled(names.subList(0, qualifier))) {
        for (Relation.Column column : relation.find(name)) {
          if (!hidden.contains(column)) {
            found.add(new Found(relation, column, null, path));
          }
        }
      }
    }
    return found;
  }

  /** The relations that a star's qualifier means, of this query only. */
  List<Relation> called(List<String> qualifier) {
    return relations.stream().filter(relation -> relation.isCalled(qualifier)).toList();
  }

  List<Relation> relations() {
    return relations;
  }

  List<Merged> merged() {
    return merged;
  }

  boolean isHidden(Relation.Column column) {
    return hidden.contains(column);
  }

  /** Every relation that names can lead to, innermost first. */
  List<Relation> reachable() {
    List<Relation> all = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      all.addAll(scope.relations);
    }
    return all;
  }

  /** A name that leads to several columns. */
  static final class Ambiguous extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Found> found;

    Ambiguous(List<Found> found) {
      super("ambiguous", null, false, false);
      this.found = found;
    }

    List<Found> found() {
      return found;
    }
  }
}
