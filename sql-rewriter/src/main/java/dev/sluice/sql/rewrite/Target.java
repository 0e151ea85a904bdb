package dev.sluice.sql.rewrite;

import dev.sluice.SluiceConfiguration;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.prune.Pruning;
import java.util.Optional;

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
    SluiceConfiguration configuration,
    Remarks remarks) {

  /** The dialect's rule of a kind, if it has one. */
  <R> Optional<R> rule(Class<R> kind) {
    return dialect.rules().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
