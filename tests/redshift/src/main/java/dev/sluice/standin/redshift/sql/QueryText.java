package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.Quoted;
import dev.sluice.standin.redshift.lake.StandInCatalog;
import dev.sluice.standin.redshift.sql.RangeVariable.Other;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Says a query in PostgreSQL's words: WITH, set operators, parentheses. One for each statement. */
final class QueryText {
  private final SessionSettings session;
  private final StandInCatalog catalog;
  private final Names names;
  private final Reads reads = new Reads();
  private final Paths paths;
  private final Map<String, Other> withs = new HashMap<>();
  private boolean inWith;

  QueryText(SessionSettings session, StandInCatalog catalog) {
    this.session = session;
    this.catalog = catalog;
    this.names = new Names(session);
    this.paths = new Paths(session, reads);
  }

  SessionSettings session() {
    return session;
  }

  StandInCatalog catalog() {
    return catalog;
  }

  Names names() {
    return names;
  }

  Reads reads() {
    return reads;
  }

  Paths paths() {
    return paths;
  }

  @Nullable Other with(String name) {
    return withs.get(name);
  }

  String print(Select select) {
    String sql = print(select, null, Scope.Place.OUTERMOST);
    reads.check();
    return sql;
  }

  /** With its parentheses. */
  String subquery(ParenthesedSelect select, Scope outer, Scope.Place place) {
    plain(select);
    return "(" + print(select.getSelect(), outer, place) + ")";
  }

  /** A derived table: it does not see its neighbours in FROM. */
  String derived(ParenthesedSelect select, Scope beside) {
    plain(select);
    return "(" + print(select.getSelect(), beside.outer(), Scope.Place.FROM) + ")";
  }

  private static void plain(ParenthesedSelect select) {
    if (select.getPivot() != null
        || select.getUnPivot() != null
        || select.getSampleClause() != null) {
      throw ExpressionText.refused(select);
    }
  }

  String print(Select select, @Nullable Scope outer, Scope.Place place) {
    refuseRest(select);
    String with = with(select, outer);
    if (select instanceof PlainSelect plain) {
      return with + new SelectText(this, plain, new Scope(outer, place)).print();
    } else if (select instanceof SetOperationList list) {
      return with + set(list, outer, place);
    } else if (select instanceof ParenthesedSelect parenthesed) {
      plain(parenthesed);
      String inner = "(" + print(parenthesed.getSelect(), outer, place) + ")";
      return with
          + inner
          + SelectText.tail(parenthesed, new ExpressionText(this, new Scope(outer, place)));
    }
    throw ExpressionText.refused(select);
  }

  private static void refuseRest(Select select) {
    if (select.getFetch() != null
        || select.getLimitBy() != null
        || select.getForMode() != null
        || select.getForUpdate() != null
        || select.getIsolation() != null
        || select.getOption() != null
        || select.getForClause() != null
        || select.getInterpolate() != null
        || select.isOracleSiblings()) {
      throw ExpressionText.refused(select);
    }
  }

  private String set(SetOperationList list, @Nullable Scope outer, Scope.Place place) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < list.getSelects().size(); i++) {
      if (i > 0) {
        sql.append(' ').append(operator(list.getOperation(i - 1))).append(' ');
      }
      sql.append(print(list.getSelect(i), outer, place));
    }
    Scope scope = new Scope(outer, place);
    sql.append(SelectText.tail(list, new ExpressionText(this, scope)));
    return sql.toString();
  }

  private static String operator(SetOperation operation) {
    String name = operation.toString().replaceAll("\\s+", " ").toUpperCase(java.util.Locale.ROOT);
    return switch (name) {
      case "UNION", "UNION DISTINCT" -> "UNION";
      case "UNION ALL" -> "UNION ALL";
      case "INTERSECT" -> "INTERSECT";
      case "EXCEPT", "MINUS" -> "EXCEPT";
      default -> throw RefusedException.own(name + " is not supported");
    };
  }

  private String with(Select select, @Nullable Scope outer) {
    List<WithItem<?>> items = select.getWithItemsList();
    if (items == null || items.isEmpty()) {
      return "";
    } else if (inWith) {
      throw RefusedException.own("WITH cannot stand inside WITH");
    }
    List<String> printed = new ArrayList<>();
    boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : items) {
      inWith = true;
      printed.add(with(item, outer));
      inWith = false;
    }
    return (recursive ? "WITH RECURSIVE " : "WITH ") + String.join(", ", printed) + " ";
  }

  private String with(WithItem<?> item, @Nullable Scope outer) {
    if (item.isMaterialized()
        || item.isUsingNot()
        || item.getWithFunctionDeclaration() != null
        || item.getSearchClause() != null
        || item.getCycleClause() != null
        || !(item.getParenthesedStatement() instanceof ParenthesedSelect)) {
      throw ExpressionText.refused(item);
    }
    String name = names.of(item.getAliasName());
    List<String> columns = new ArrayList<>();
    if (item.getWithItemList() != null) {
      item.getWithItemList().forEach(one -> columns.add(names.of(one.toString())));
    }
    Select body = item.getSelect().getSelect();
    boolean namesItself = item.isRecursive() && body instanceof SetOperationList;
    if (namesItself) {
      if (columns.isEmpty()) {
        throw RefusedException.own("a recursive WITH needs a list of columns: " + name);
      }
      withs.put(name, new Other(name, columns));
    }
    String sql = print(body, outer, Scope.Place.FROM);
    withs.put(
        name,
        new Other(name, columns.isEmpty() ? OutputNames.of(this, body) : List.copyOf(columns)));
    String list = columns.isEmpty() ? "" : " (" + printNames(columns) + ")";
    return Quoted.name(name) + list + " AS (" + sql + ")";
  }

  static String printNames(List<String> columns) {
    return columns.stream().map(Quoted::name).collect(java.util.stream.Collectors.joining(", "));
  }
}
