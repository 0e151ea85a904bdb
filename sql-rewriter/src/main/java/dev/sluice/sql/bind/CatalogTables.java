package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;

/** The tables that one query names, looked up once each. Belongs to one planning. */
public final class CatalogTables {
  /**
   * What Athena calls the Glue Data Catalog (Amazon Athena User Guide, understanding-tables-
   * databases-and-the-data-catalog); tools put it before a database's name.
   */
  static final String GLUE = "awsdatacatalog";

  /** What Athena calls the table of a table's partitions. */
  private static final String PARTITIONS = "$partitions";

  private final Catalog catalog;
  private final Map<TableName, Optional<Table>> tables = new TreeMap<>();

  CatalogTables(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Looks up what FROM clauses name, without recursion. What is not there is told when it is bound,
   * since only then is it known whether a name is a table's.
   */
  void find(SqlNode query) {
    Deque<SqlNode> ahead = new ArrayDeque<>(List.of(query));
    while (!ahead.isEmpty()) {
      SqlNode node = ahead.pop();
      if (node instanceof SqlSelect select && select.getFrom() != null) {
        from(select.getFrom());
      } else if (node.getKind() == SqlKind.EXPLICIT_TABLE) {
        from(((SqlCall) node).operand(0));
      }
      if (node instanceof SqlCall call) {
        for (SqlNode operand : call.getOperandList()) {
          if (operand != null) {
            ahead.push(operand);
          }
        }
      } else if (node instanceof SqlNodeList list) {
        list.forEach(ahead::push);
      }
    }
  }

  /** The same, with other tables in the places of some. */
  public CatalogTables with(Map<TableName, Table> instead) {
    CatalogTables changed = new CatalogTables(catalog);
    tables.forEach(
        (name, table) ->
            changed.tables.put(name, Optional.ofNullable(instead.get(name)).or(() -> table)));
    return changed;
  }

  /** Whether the catalog still shows these very tables. */
  public boolean areCurrent() {
    return tables.entrySet().stream()
        .allMatch(
            each -> catalog.table(each.getKey()).orElse(null) == each.getValue().orElse(null));
  }

  private void from(SqlNode from) {
    Deque<SqlNode> ahead = new ArrayDeque<>(List.of(from));
    while (!ahead.isEmpty()) {
      SqlNode node = ahead.pop();
      if (node instanceof SqlIdentifier id) {
        name(id).ifPresent(this::find);
      } else if (node instanceof SqlJoin join) {
        ahead.push(join.getLeft());
        ahead.push(join.getRight());
      } else if (isAround(node.getKind())) {
        ahead.push(((SqlCall) node).operand(0));
      }
    }
  }

  private static boolean isAround(SqlKind kind) {
    return kind == SqlKind.AS || kind == SqlKind.TABLESAMPLE || kind == SqlKind.PIVOT;
  }

  private Optional<Table> find(TableName name) {
    return InformationSchema.isOf(name)
        ? InformationSchema.table(name)
        : tables.computeIfAbsent(name, catalog::table);
  }

  /** Whether a name is that of a table of the catalog. */
  boolean isTable(SqlIdentifier id) {
    return name(id).flatMap(this::find).isPresent();
  }

  private static Optional<TableName> name(SqlIdentifier id) {
    int parts = id.names.size();
    boolean isOfGlue = parts == 3 && id.names.get(0).equals(GLUE);
    return parts == 2 || isOfGlue
        ? Optional.of(new TableName(id.names.get(parts - 2), id.names.get(parts - 1)))
        : Optional.empty();
  }

  /** The table that a name means, or an error that says what was meant. */
  Table require(SqlIdentifier id) {
    if (id.names.size() == 1) {
      throw notFound(id, id.getSimple(), unqualifiedHint(id.getSimple()));
    }
    TableName name =
        name(id)
            .orElseThrow(
                () -> notFound(id, String.join(".", id.names), "; name it as database.table"));
    Table table = find(name).orElseThrow(() -> notFound(id, name.toString(), hint(name)));
    table
        .problem()
        .ifPresent(
            problem -> {
              throw new SluiceException(
                  ErrorCode.TABLE_UNREADABLE,
                  "Table " + name + " cannot be queried: " + problem,
                  Positions.of(id));
            });
    return table;
  }

  private SluiceException notFound(SqlIdentifier id, String name, String hint) {
    String unlisted =
        catalog.unlisted().map(why -> ". There may be more tables: " + why).orElse("");
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table " + name + " not found at " + Positions.of(id) + hint + unlisted,
        Positions.of(id));
  }

  private String unqualifiedHint(String table) {
    List<String> databases =
        catalog.databases().stream()
            .filter(database -> catalog.table(new TableName(database, table)).isPresent())
            .map(database -> database + "." + table)
            .toList();
    return databases.isEmpty()
        ? "; name it as database.table"
        : "; did you mean " + String.join(" or ", databases) + "?";
  }

  private String hint(TableName name) {
    if (name.table().endsWith(PARTITIONS)) {
      String table = name.table().substring(0, name.table().length() - PARTITIONS.length());
      return "; SHOW PARTITIONS " + name.database() + "." + table + " lists a table's partitions";
    }
    if (InformationSchema.isOf(name)) {
      return NearestName.question(name.toString(), names(InformationSchema.tables()));
    }
    List<String> databases = catalog.databases();
    if (!databases.contains(name.database())) {
      return NearestName.question(name.database(), databases).isEmpty()
          ? "; there is no database " + name.database() + " (there are " + databases + ")"
          : NearestName.question(name.database(), databases);
    }
    return NearestName.question(name.toString(), names(catalog.tables(name.database())));
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(table -> table.name().toString()).toList();
  }
}
