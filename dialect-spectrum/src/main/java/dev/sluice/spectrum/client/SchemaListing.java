package dev.sluice.spectrum.client;

import dev.sluice.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Redshift has, as its user may see it.
 *
 * @param schemas the external schema of each database of the catalog: the first by its name
 * @param others what is wrong with the only schemas that there are for some databases
 * @param own the tables that Redshift keeps itself
 */
record SchemaListing(Map<String, String> schemas, Map<String, String> others, Catalog own) {
  /**
   * Kind 1 is a data catalog's (Amazon Redshift Database Developer Guide, r_SVV_EXTERNAL_SCHEMAS).
   */
  private static final String SCHEMAS =
      "SELECT schemaname, databasename, esoptions FROM svv_external_schemas WHERE eskind = 1"
          + " ORDER BY schemaname";

  private static final Duration AT_MOST = Duration.ofMinutes(1);

  SchemaListing {
    schemas = Map.copyOf(schemas);
    others = Map.copyOf(others);
  }

  static SchemaListing read(Connection connection, CatalogPlace place) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) AT_MOST.toSeconds());
      Map<String, String> schemas = new TreeMap<>();
      Map<String, String> others = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(SCHEMAS)) {
        while (rows.next()) {
          String schema = rows.getString(1);
          String database = rows.getString(2).toLowerCase(Locale.ROOT);
          String options = rows.getString(3);
          place
              .mismatch(options == null ? "" : options)
              .ifPresentOrElse(
                  why -> others.putIfAbsent(database, "schema " + schema + " " + why),
                  () -> schemas.putIfAbsent(database, schema));
        }
      }
      SchemaListing listing = new SchemaListing(schemas, others, OwnTables.read(statement));
      connection.commit();
      return listing;
    }
  }
}
