package dev.sluice;

import java.util.List;
import java.util.Set;

/**
 * A query in one engine's own words.
 *
 * @param sql the text to send; the same query always gives the same bytes
 * @param session statements to run on the session before, in order
 * @param serializedColumns names of the result's columns that come back as JSON text for a nested
 *     value; a NULL in one of them may stand for a value that was too long
 */
public record NativeQuery(String sql, List<String> session, Set<String> serializedColumns) {
  public NativeQuery {
    session = List.copyOf(session);
    serializedColumns = Set.copyOf(serializedColumns);
  }

  public NativeQuery(String sql) {
    this(sql, List.of(), Set.of());
  }
}
