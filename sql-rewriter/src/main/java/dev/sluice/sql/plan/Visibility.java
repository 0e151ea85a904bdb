package dev.sluice.sql.plan;

import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.EngineView.Visible;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Under which names engines see the catalog's tables, and which they do not see. */
final class Visibility {
  private final Map<EngineName, EngineView> views;
  private final SluiceConfiguration configuration;

  /**
   * @param views of the engines that run here; the others are taken to see what their dialects say
   */
  Visibility(Map<EngineName, EngineView> views, SluiceConfiguration configuration) {
    this.views = Map.copyOf(views);
    this.configuration = configuration;
  }

  private Visible of(EngineName engine, String database) {
    return views.getOrDefault(engine, EngineView.OF_CATALOG).database(database);
  }

  /** The parts of a table's name in an engine that sees it. */
  List<String> name(Dialect dialect, Table table) {
    return isOwn(table)
        ? List.of(table.name().database(), table.name().table())
        : name(dialect, table.name());
  }

  private static boolean isOwn(Table table) {
    return table.storage().format() == TableFormat.ENGINE_OWN;
  }

  private List<String> name(Dialect dialect, TableName table) {
    return of(dialect.engine(), table.database()) instanceof Visible.Named named
        ? List.of(named.schema(), table.table())
        : dialect.tableName(table, configuration);
  }

  /** What an engine calls the schemas of some databases. */
  Set<String> schemas(Dialect dialect, List<String> databases) {
    Set<String> names = new TreeSet<>();
    for (String database : databases) {
      names.add(name(dialect, new TableName(database, "t")).get(0));
    }
    return names;
  }

  /** The tables of a query that an engine does not see, where the query first needs them. */
  List<Requirement> hidden(EngineName engine, BoundQuery bound, List<Requirement> ofQuery) {
    List<Requirement> hidden = new ArrayList<>();
    Set<TableName> seen = own(bound);
    for (Requirement one : ofQuery) {
      TableName table = one.table();
      if (table != null
          && seen.add(table)
          && of(engine, table.database()) instanceof Visible.Hidden no) {
        hidden.add(
            new Requirement(
                Capability.DATABASE_NOT_VISIBLE, table, null, one.position(), no.why()));
      }
    }
    return hidden;
  }

  /** The views of several dialects that have no text for an engine, where each is first named. */
  static List<Requirement> unspoken(Dialect dialect, BoundQuery bound, List<Requirement> ofQuery) {
    List<Requirement> unspoken = new ArrayList<>();
    Set<TableName> views = viewsWithout(dialect.viewDialect(), bound);
    for (Requirement one : ofQuery) {
      TableName table = one.table();
      if (table != null && views.remove(table)) {
        unspoken.add(
            new Requirement(Capability.VIEW_WITHOUT_TEXT, table, null, one.position(), null));
      }
    }
    return unspoken;
  }

  private static Set<TableName> viewsWithout(String dialect, BoundQuery bound) {
    Set<TableName> views = new TreeSet<>();
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem from
          && from.table().storage().format() == TableFormat.DEFINER_VIEW
          && !from.table().viewDialects().contains(dialect)) {
        views.add(from.table().name());
      }
    }
    return views;
  }

  /** Who sees these is a matter of their format. */
  private static Set<TableName> own(BoundQuery bound) {
    Set<TableName> own = new TreeSet<>();
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem table && isOwn(table.table())) {
        own.add(table.table().name());
      }
    }
    return own;
  }
}
