package dev.sluice;

import java.util.ArrayList;
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

  /**
   * The columns that the engine gives back for an answer: a struct that comes field by field is as
   * many.
   *
   * @param answer the answer's columns
   */
  public List<ResultColumn> columns(List<ResultColumn> answer) {
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 0; i < answer.size(); i++) {
      ResultColumn column = answer.get(i);
      if (structsByField.contains(i) && column.type() instanceof DataType.Struct struct) {
        for (DataType.Field field : struct.fields()) {
          columns.add(new ResultColumn(column.name() + "." + field.name(), field.type()));
        }
      } else {
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }
}
