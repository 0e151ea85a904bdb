package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlIdentifier;

/** The tables that one query names, looked up once each. */
final class CatalogTables {
  private final Catalog catalog;
  private final Map<TableName, Table> tables = new TreeMap<>();

  CatalogTables(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Looks a table up, or says what was meant. */
  void require(SqlIdentifier id) {
    if (id.names.size() == 1) {
      throw notFound(id, id.getSimple(), unqualifiedHint(id.getSimple()));
    }
    if (id.names.size() > 2) {
      throw notFound(id, String.join(".", id.names), "; name it as database.table");
    }
    TableName name = new TableName(id.names.get(0), id.names.get(1));
    if (tables.containsKey(name)) {
      return;
    }
    Table table = catalog.table(name).orElseThrow(() -> notFound(id, name.toString(), hint(name)));
    table
        .problem()
        .ifPresent(
            problem -> {
              throw new SluiceException(
                  ErrorCode.TABLE_UNREADABLE,
                  "Table " + name + " cannot be queried: " + problem,
                  Positions.of(id));
            });
    tables.put(name, table);
  }

  Table get(TableName name) {
    return java.util.Objects.requireNonNull(tables.get(name), "table");
  }

  /** A table that the query names. */
  Optional<Table> known(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  private static SluiceException notFound(SqlIdentifier id, String name, String hint) {
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table " + name + " not found at " + Positions.of(id) + hint,
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
    List<String> databases = catalog.databases();
    if (!databases.contains(name.database())) {
      return NearestName.question(name.database(), databases).isEmpty()
          ? "; there is no database " + name.database() + " (there are " + databases + ")"
          : NearestName.question(name.database(), databases);
    }
    List<String> siblings =
        catalog.tables(name.database()).stream().map(table -> table.name().toString()).toList();
    return NearestName.question(name.toString(), siblings);
  }

  CalciteSchema schema(SluiceTypeFactory types) {
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    Map<String, List<Table>> byDatabase =
        tables.values().stream()
            .collect(
                Collectors.groupingBy(
                    table -> table.name().database(), TreeMap::new, Collectors.toList()));
    byDatabase.forEach((database, members) -> root.add(database, new Database(members, types)));
    return root;
  }

  private static final class Database extends AbstractSchema {
    private final Map<String, org.apache.calcite.schema.Table> members = new TreeMap<>();

    Database(List<Table> tables, SluiceTypeFactory types) {
      tables.forEach(table -> members.put(table.name().table(), new Relation(table, types)));
    }

    @Override
    protected Map<String, org.apache.calcite.schema.Table> getTableMap() {
      return members;
    }
  }

  private static final class Relation extends AbstractTable {
    private final RelDataType rowType;

    Relation(Table table, SluiceTypeFactory types) {
      List<RelDataType> columnTypes = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Column column : table.allColumns()) {
        columnTypes.add(types.toCalcite(column.type()));
        names.add(column.name().toLowerCase(Locale.ROOT));
      }
      rowType = types.createStructType(columnTypes, names);
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory typeFactory) {
      return rowType;
    }
  }
}
