package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHOW statements by which the driver learns what there is, with the columns of their pages
 * (Amazon Redshift Database Developer Guide, r_SHOW_DATABASES, r_SHOW_SCHEMAS, r_SHOW_TABLES,
 * r_SHOW_COLUMNS, copies of September 2026): what the stand-in does not know is NULL. There are no
 * keys and no functions of users'.
 */
final class ShowStatements {
  private static final String NAMES =
      "((?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\$?\\w+)(?:\\.(?:\"(?:[^\"]|\"\")*\"|\\$?\\w+))*)";
  private static final Pattern SHOW =
      Pattern.compile(
          "(?is)SHOW\\s+(DATABASES|SCHEMAS\\s+FROM\\s+DATABASE|TABLES\\s+FROM\\s+SCHEMA"
              + "|COLUMNS\\s+FROM\\s+TABLE|CONSTRAINTS\\s+PRIMARY\\s+KEYS\\s+FROM\\s+TABLE)(?:\\s+"
              + NAMES
              + ")?(?:\\s+LIKE\\s+('(?:[^']|'')*'|\\$\\d+))?(?:\\s+LIMIT\\s+(\\d+))?");

  private static final String SCHEMAS =
      "SELECT * FROM (SELECT CAST(current_database() AS varchar) AS database_name,"
          + " CAST(n.nspname AS varchar) AS schema_name, CAST(1 AS integer) AS schema_owner,"
          + " CAST(CASE WHEN e.schemaname IS NULL THEN 'local' ELSE 'external' END AS varchar) AS"
          + " schema_type, CAST(NULL AS varchar) AS schema_acl, e.databasename AS source_database,"
          + " e.esoptions AS schema_option FROM pg_catalog.pg_namespace n LEFT JOIN"
          + " redshift.external_schema e ON e.schemaname = CAST(n.nspname AS text) WHERE n.nspname"
          + " NOT IN ('redshift', 'pg_toast')) t";

  private static final String TABLES =
      "SELECT * FROM (SELECT CAST(table_catalog AS varchar) AS database_name, CAST(table_schema AS"
          + " varchar) AS schema_name, CAST(table_name AS varchar) AS table_name,"
          + " CAST(CASE table_type WHEN 'BASE TABLE' THEN 'TABLE' ELSE table_type END AS varchar) AS"
          + " table_type, CAST(NULL AS varchar) AS table_acl, CAST(remarks AS varchar) AS remarks,"
          + " CAST(NULL AS varchar) AS owner, CAST(NULL AS timestamp) AS last_altered_time,"
          + " CAST(NULL AS timestamp) AS last_modified_time, CAST(NULL AS varchar) AS dist_style,"
          + " CAST(NULL AS varchar) AS table_subtype FROM redshift.svv_tables) t";

  private static final String COLUMNS =
      "SELECT * FROM (SELECT CAST(table_catalog AS varchar) AS database_name, CAST(table_schema AS"
          + " varchar) AS schema_name, CAST(table_name AS varchar) AS table_name, CAST(column_name"
          + " AS varchar) AS column_name, ordinal_position, CAST(column_default AS varchar) AS"
          + " column_default, CAST(is_nullable AS varchar) AS is_nullable, CAST(data_type AS"
          + " varchar) AS data_type, character_maximum_length, numeric_precision, numeric_scale,"
          + " CAST(remarks AS varchar) AS remarks, CAST(NULL AS varchar) AS sort_key_type, CAST(NULL"
          + " AS integer) AS sort_key, CAST(NULL AS integer) AS dist_key, CAST(NULL AS varchar) AS"
          + " encoding, CAST(NULL AS varchar) AS collation FROM redshift.svv_columns) t";

  private static final String KEYS =
      "SELECT * FROM (SELECT CAST(NULL AS varchar) AS database_name, CAST(NULL AS varchar) AS schema_name,"
          + " CAST(NULL AS varchar) AS table_name, CAST(NULL AS varchar) AS column_name, CAST(NULL AS"
          + " integer) AS key_seq, CAST(NULL AS varchar) AS pk_name WHERE FALSE) t";

  private ShowStatements() {}

  /** The same in PostgreSQL's words, if it is one of these. */
  static Optional<String> translate(String sql) {
    Matcher show = SHOW.matcher(sql);
    if (!show.matches()) {
      return Optional.empty();
    }
    String what = show.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<String> names = names(show.group(2));
    String like = show.group(3);
    String limit = show.group(4) == null ? "" : " LIMIT " + show.group(4);
    return switch (what) {
      case "DATABASES" ->
          Optional.of(
              "SELECT CAST(current_database() AS varchar) AS database_name, CAST(1 AS integer) AS"
                  + " database_owner, CAST('local' AS varchar) AS database_type, CAST(NULL AS"
                  + " varchar) AS database_acl, CAST(NULL AS varchar) AS parameters, CAST('Snapshot"
                  + " Isolation' AS varchar) AS database_isolation_level");
      case "SCHEMAS FROM DATABASE" ->
          Optional.of(
              SCHEMAS + where(names, List.of("database_name"), "schema_name", like) + limit);
      case "TABLES FROM SCHEMA" ->
          Optional.of(
              TABLES
                  + where(names, List.of("database_name", "schema_name"), "table_name", like)
                  + limit);
      case "COLUMNS FROM TABLE" ->
          Optional.of(
              COLUMNS
                  + where(
                      names,
                      List.of("database_name", "schema_name", "table_name"),
                      "column_name",
                      like)
                  + limit);
      default ->
          Optional.of(
              KEYS
                  + where(
                      names,
                      List.of("database_name", "schema_name", "table_name"),
                      "pk_name",
                      like));
    };
  }

  private static List<String> names(@Nullable String written) {
    List<String> names = new ArrayList<>();
    if (written != null) {
      Matcher part =
          Pattern.compile("\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)'|(\\$?\\w+)").matcher(written);
      while (part.find()) {
        String quoted = part.group(1) == null ? part.group(2) : part.group(1);
        names.add(quoted == null ? part.group(3) : quoted.replace("\"\"", "\"").replace("''", "'"));
      }
    }
    return names;
  }

  /** {@code names} may leave out the database. */
  private static String where(
      List<String> names, List<String> columns, String liked, @Nullable String like) {
    if (names.isEmpty() || names.size() > columns.size()) {
      throw RefusedException.own("42601", "SHOW needs " + columns);
    }
    StringBuilder sql = new StringBuilder();
    List<String> named = columns.subList(columns.size() - names.size(), columns.size());
    for (int i = 0; i < names.size(); i++) {
      sql.append(i == 0 ? " WHERE " : " AND ").append(named.get(i));
      // A parameter, or the name itself.
      String name = names.get(i);
      sql.append(" = ").append(name.matches("\\$\\d+") ? name : Quoted.text(name));
    }
    if (like != null) {
      sql.append(" AND ").append(liked).append(" LIKE ").append(like);
    }
    return sql.append(" ORDER BY ").append(order(columns, liked)).toString();
  }

  private static String order(List<String> columns, String liked) {
    return liked.equals("column_name")
        ? String.join(", ", columns) + ", ordinal_position"
        : String.join(", ", columns) + ", " + liked;
  }
}
