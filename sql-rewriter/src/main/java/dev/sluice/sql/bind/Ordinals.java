package dev.sluice.sql.bind;

import java.util.List;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Numbers that stand for output columns, counted from 1. */
final class Ordinals {
  private Ordinals() {}

  static SelectItem item(SqlNumericLiteral number, List<SelectItem> items, Clause clause) {
    long ordinal = number.longValue(true);
    if (ordinal < 1 || ordinal > items.size()) {
      throw BindErrors.invalid(
          number, "The " + clause + " names column " + ordinal + " of " + items.size(), "");
    }
    return items.get((int) ordinal - 1);
  }
}
