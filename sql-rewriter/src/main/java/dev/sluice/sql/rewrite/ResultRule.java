package dev.sluice.sql.rewrite;

import dev.sluice.NativeQuery;
import dev.sluice.sql.bind.BoundQuery;

/** Makes whole nested values come back from an engine that cannot return them as they are. */
public non-sealed interface ResultRule extends Rule {

  /** The query with what the session must be told; refuses through {@code remarks}. */
  NativeQuery apply(BoundQuery bound, NativeQuery query, Remarks remarks);
}
