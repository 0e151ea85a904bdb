package dev.sluice;

import java.util.Locale;

/** A table's name in the catalog: database and table, both lower case as Glue keeps them. */
public record TableName(String database, String table) implements Comparable<TableName> {
  public TableName {
    database = database.toLowerCase(Locale.ROOT);
    table = table.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(TableName other) {
    int byDatabase = database.compareTo(other.database);
    return byDatabase != 0 ? byDatabase : table.compareTo(other.table);
  }

  /** {@code database.table}. */
  @Override
  public String toString() {
    return database + "." + table;
  }
}
