package dev.sluice.standin.redshift.sql;

import java.util.List;

/** Redshift's system tables and views, which need no schema. */
final class SystemTables {
  private SystemTables() {}

  static boolean isOne(List<String> parts) {
    String last = parts.get(parts.size() - 1);
    boolean unqualified = parts.size() == 1;
    return (unqualified && last.matches("(svv|svl|svcs|stl|stv|sys|pg)_.*"))
        || parts.get(0).equals("pg_catalog")
        || parts.get(0).equals("information_schema");
  }

  /**
   * Redshift's own views lie in a schema of the stand-in, though queries say {@code pg_catalog};
   * and its information schema lists no external table.
   */
  static String print(List<String> parts) {
    boolean ofRedshift =
        parts.size() == 2
            && parts.get(0).equals("pg_catalog")
            && parts.get(1).matches("(svv|svl|svcs|stl|stv|sys)_.*");
    boolean columns = parts.equals(List.of("information_schema", "columns"));
    return columns ? "redshift.own_columns" : Names.print(ofRedshift ? parts.subList(1, 2) : parts);
  }
}
