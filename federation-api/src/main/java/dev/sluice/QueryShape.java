package dev.sluice;

import java.util.List;

/**
 * What a query returns and takes.
 *
 * @param parameters each {@code ?} of the query, in the order of the text
 */
public record QueryShape(List<ResultColumn> columns, List<Parameter> parameters) {
  public QueryShape {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
  }
}
