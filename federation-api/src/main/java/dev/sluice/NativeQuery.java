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
 * @param structsByField the answer's columns, counted from 0, whose structs the engine gives back
 *     as one column a field, in the type's order
 */
public record NativeQuery(
    String sql, List<String> session, Set<String> serializedColumns, Set<Integer> structsByField) {
  public NativeQuery {
    session = List.copyOf(session);
    serializedColumns = Set.copyOf(serializedColumns);
    structsByField = Set.copyOf(structsByField);
  }

  public NativeQuery(String sql, List<String> session, Set<String> serializedColumns) {
    this(sql, session, serializedColumns, Set.of());
  }

  public NativeQuery(String sql) {
    this(sql, List.of(), Set.of(), Set.of());
  }
}
