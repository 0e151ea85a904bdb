package dev.sluice.sql.rewrite;

import dev.sluice.Table;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.prune.Pruning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rewriting: a bound query on its way to one engine. Belongs to one thread.
 *
 * @param remarks what comes up on the way
 */
record Target(
    BoundQuery bound,
    Pruning pruning,
    Aliases aliases,
    Dialect dialect,
    Function<Table, List<String>> tableNames,
    Remarks remarks) {

  /** The dialect's rule of a kind that a dialect has one of at most. */
  <R> Optional<R> rule(Class<R> kind) {
    for (Rule rule : dialect.rules()) {
      if (kind.isInstance(rule)) {
        return Optional.of(kind.cast(rule));
      }
    }
    return Optional.empty();
  }

  /** The dialect's rules of a kind, in the order in which they apply. */
  <R> List<R> rules(Class<R> kind) {
    List<R> rules = new ArrayList<>();
    for (Rule rule : dialect.rules()) {
      if (kind.isInstance(rule)) {
        rules.add(kind.cast(rule));
      }
    }
    return rules;
  }
}
