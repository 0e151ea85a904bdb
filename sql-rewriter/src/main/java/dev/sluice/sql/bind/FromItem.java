package dev.sluice.sql.bind;

import dev.sluice.Table;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** What one alias of a FROM clause stands for. */
public sealed interface FromItem {

  /** The name that columns are qualified with; unique within its FROM clause only. */
  String alias();

  /** A table of the catalog. */
  record TableItem(String alias, Table table, SqlNode node) implements FromItem {}

  /**
   * A subquery, a VALUES or a named query of WITH.
   *
   * @param node what stands in the FROM clause
   * @param query what yields the rows; null for a query of WITH RECURSIVE, whose rows make others
   * @param columns what references call its columns, in the order of the query's
   */
  record QueryItem(String alias, SqlNode node, @Nullable SqlNode query, List<String> columns)
      implements FromItem {
    public QueryItem {
      columns = List.copyOf(columns);
    }
  }

  /**
   * An UNNEST.
   *
   * @param call the UNNEST itself
   * @param columns what it yields, in order
   */
  record UnnestItem(String alias, SqlNode call, List<UnnestColumn> columns) implements FromItem {
    public UnnestItem {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column that an UNNEST yields.
   *
   * @param operand which operand it comes from, counted from 0; -1 for the ordinality
   * @param field the struct's field for {@link Part#FIELD}
   */
  record UnnestColumn(String name, int operand, Part part, @Nullable String field) {}

  /** Which part of an element a column of an UNNEST holds. */
  enum Part {
    /** The whole element of an array of something other than structs. */
    ELEMENT,
    /** One field of an array's struct elements. */
    FIELD,
    /** The key of a map's entry. */
    KEY,
    /** The value of a map's entry. */
    VALUE,
    /** The element's number, from 1. */
    ORDINALITY
  }
}
