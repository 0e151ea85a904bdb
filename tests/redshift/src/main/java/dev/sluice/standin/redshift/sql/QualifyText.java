package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;

/**
 * QUALIFY, which PostgreSQL lacks.
 *
 * <pre>
 * SELECT a FROM t QUALIFY RANK() OVER (ORDER BY b) = 1 ORDER BY c
 * SELECT "_1" AS "a" FROM (SELECT a AS "_1", RANK() OVER (ORDER BY b) = 1 AS "_qualifies",
 *   c AS "_key0" FROM t) AS "_q" WHERE "_qualifies" ORDER BY "_key0"
 * </pre>
 */
final class QualifyText {
  private final ExpressionText expressions;
  private final PlainSelect select;

  QualifyText(ExpressionText expressions, PlainSelect select) {
    this.expressions = expressions;
    this.select = select;
  }

  String print(List<SelectText.Item> items, String rest) {
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    for (SelectText.Item item : items) {
      if (item.sql().endsWith("*")) {
        throw RefusedException.own("the stand-in takes no * beside QUALIFY");
      }
      String name = Quoted.name("_" + (inner.size() + 1));
      inner.add(item.sql() + " AS " + name);
      outer.add(name + " AS " + Quoted.name(item.name()));
    }
    List<String> order = order(items, inner);
    inner.add("(" + expressions.print(select.getQualify()) + ") AS \"_qualifies\"");
    return "SELECT "
        + (select.getDistinct() == null ? "" : "DISTINCT ")
        + String.join(", ", outer)
        + " FROM (SELECT "
        + String.join(", ", inner)
        + rest
        + ") AS \"_q\" WHERE \"_qualifies\""
        + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order))
        + SelectText.limit(select, expressions)
        + SelectText.top(select.getTop(), expressions);
  }

  /** Adds to {@code inner} what the answer has not. */
  private List<String> order(List<SelectText.Item> items, List<String> inner) {
    List<String> order = new ArrayList<>();
    if (select.getOrderByElements() == null) {
      return order;
    }
    List<String> names = items.stream().map(SelectText.Item::name).toList();
    for (OrderByElement element : select.getOrderByElements()) {
      String key = SelectText.orderKey(element, names, expressions);
      int place = names.stream().map(Quoted::name).toList().indexOf(key);
      if (place < 0) {
        place = items.stream().map(SelectText.Item::sql).toList().indexOf(key);
      }
      if (element.getExpression() instanceof LongValue) {
        order.add(OrderText.print(element, key));
      } else if (place >= 0) {
        order.add(OrderText.print(element, Integer.toString(place + 1)));
      } else {
        String name = String.format(Locale.ROOT, "\"_key%d\"", order.size());
        inner.add(key + " AS " + name);
        order.add(OrderText.print(element, name));
      }
    }
    return order;
  }
}
