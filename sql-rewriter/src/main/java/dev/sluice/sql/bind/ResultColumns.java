package dev.sluice.sql.bind;

import dev.sluice.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;

/** Names the columns of a result as Trino does: an expression without a name is {@code _col0}. */
public final class ResultColumns {
  private ResultColumns() {}

  static List<ResultColumn> of(SqlNode query, RelDataType rowType) {
    List<String> names = names(query, rowType.getFieldNames());
    List<ResultColumn> columns = new ArrayList<>();
    for (RelDataTypeField field : rowType.getFieldList()) {
      columns.add(
          new ResultColumn(
              names.get(field.getIndex()), SluiceTypeFactory.fromCalcite(field.getType())));
    }
    return columns;
  }

  private static List<String> names(SqlNode query, List<String> fallback) {
    if (query instanceof SqlWith with) {
      return names(with.body, fallback);
    } else if (query instanceof SqlSelect select) {
      List<String> names = new ArrayList<>();
      for (SqlNode item : select.getSelectList()) {
        names.add(name(item, names.size()));
      }
      return names;
    } else if (query instanceof SqlCall call
        && (call.isA(SqlKind.SET_QUERY) || call.getKind() == SqlKind.ORDER_BY)) {
      return names(call.operand(0), fallback);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fallback.size(); i++) {
      names.add(unnamed(i));
    }
    return names;
  }

  /** The name of the select item at {@code index}, counted from 0. */
  public static String name(SqlNode item, int index) {
    if (item instanceof SqlIdentifier id) {
      return named(id.names.get(id.names.size() - 1), index);
    } else if (item instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      return named(((SqlIdentifier) as.operand(1)).getSimple(), index);
    }
    return unnamed(index);
  }

  /** Users' names are lower case: what begins so is Calcite's. */
  private static String named(String name, int index) {
    return name.startsWith("EXPR$") ? unnamed(index) : name;
  }

  private static String unnamed(int index) {
    return "_col" + index;
  }
}
