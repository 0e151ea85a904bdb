package dev.sluice.standin.redshift.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/** How a query calls its columns. */
final class OutputNames {
  /** Of an expression that has no name of its own. */
  static final String NONE = "?column?";

  private OutputNames() {}

  /** Null where a star hides them. */
  static @Nullable List<String> of(QueryText queries, Select select) {
    if (select instanceof ParenthesedSelect parenthesed) {
      return of(queries, parenthesed.getSelect());
    } else if (select instanceof SetOperationList list) {
      return of(queries, list.getSelect(0));
    } else if (select instanceof PlainSelect plain) {
      List<String> columns = new ArrayList<>();
      for (SelectItem<?> item : plain.getSelectItems()) {
        Expression expression = item.getExpression();
        if (expression instanceof AllColumns || expression instanceof AllTableColumns) {
          return null;
        }
        columns.add(of(queries.names(), item));
      }
      return columns;
    }
    return null;
  }

  static String of(Names names, SelectItem<?> item) {
    if (item.getAlias() != null) {
      return names.of(item.getAlias().getName());
    }
    return item.getExpression() instanceof Column column ? names.of(column.getColumnName()) : NONE;
  }
}
