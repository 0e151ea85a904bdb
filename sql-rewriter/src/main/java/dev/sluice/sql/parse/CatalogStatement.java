package dev.sluice.sql.parse;

import org.apache.calcite.sql.SqlIdentifier;
import org.jspecify.annotations.Nullable;

/** A statement that the catalog answers by itself. */
public sealed interface CatalogStatement {

  /**
   * A pattern of LIKE.
   *
   * @param escape one character, or empty for none
   */
  record Like(String pattern, String escape) {}

  /** {@code SHOW SCHEMAS [LIKE 'pattern']}, or DATABASES. */
  record Schemas(@Nullable Like like) implements CatalogStatement {}

  /**
   * {@code SHOW TABLES [FROM database] [LIKE 'pattern']}.
   *
   * @param database null for every one
   */
  record Tables(@Nullable SqlIdentifier database, @Nullable Like like)
      implements CatalogStatement {}

  /** {@code SHOW COLUMNS FROM table}, {@code DESCRIBE table}. */
  record Columns(SqlIdentifier table) implements CatalogStatement {}

  /** {@code SHOW PARTITIONS table}. */
  record Partitions(SqlIdentifier table) implements CatalogStatement {}

  /**
   * {@code EXPLAIN query}.
   *
   * @param query its text, at the place where it stands in the statement
   */
  record Explain(String query) implements CatalogStatement {}
}
