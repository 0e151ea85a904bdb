package dev.sluice.standin.redshift.sql;

import net.sf.jsqlparser.statement.select.OrderByElement;

/** Keys of ORDER BY. NULLs come last, with DESC first, in Redshift as in PostgreSQL. */
final class OrderText {
  private OrderText() {}

  static String print(OrderByElement element, String key) {
    if (element.isMysqlWithRollup() || element.getWithFill() != null) {
      throw ExpressionText.refused(element);
    }
    String nulls =
        element.getNullOrdering() == null
            ? ""
            : element.getNullOrdering() == OrderByElement.NullOrdering.NULLS_FIRST
                ? " NULLS FIRST"
                : " NULLS LAST";
    return key + (element.isAsc() ? "" : " DESC") + nulls;
  }
}
