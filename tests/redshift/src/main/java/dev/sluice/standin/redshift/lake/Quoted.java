package dev.sluice.standin.redshift.lake;

/** Names and literals in PostgreSQL's SQL. */
public final class Quoted {
  private Quoted() {}

  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static String name(String schema, String name) {
    return name(schema) + "." + name(name);
  }

  /** With a backslash as a plain character, whatever the session says of backslashes. */
  public static String text(String value) {
    String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
    return value.indexOf('\\') >= 0 ? "E" + quoted : quoted;
  }
}
