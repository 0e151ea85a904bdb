package dev.sluice.matrix;

/**
 * Something a query can need and an engine can lack. Each constant has exactly one row in the data
 * files; what it means to each engine stands there, with the sources.
 *
 * <p>The order of the constants is the order of the reports.
 */
public enum Capability {
  // Reading the files: formats.yaml
  READ_PARQUET,
  READ_ORC,
  READ_AVRO,
  READ_JSON_OPENX,
  READ_JSON_HIVE,
  READ_ION,
  READ_CSV_OPEN,
  READ_TEXT_DELIMITED,
  READ_RCFILE,
  READ_SEQUENCEFILE,
  READ_REGEX,
  READ_GROK,
  READ_ICEBERG,
  READ_HUDI,
  READ_DELTA,
  READ_SYMLINK,
  READ_VIEW,
  READ_UNKNOWN_FORMAT,
  AVRO_SCHEMA_URL,
  PARTITION_PROJECTION,
  /** Parameters with which Athena fails at every query. */
  PROJECTION_INVALID,
  /** Parameters of which it is not documented what Athena makes, or too many partitions. */
  PROJECTION_NOT_COMPUTED,
  /** A key of type {@code injected} without {@code key = 'value'} in the query. */
  INJECTED_KEY_NOT_GIVEN,
  /** The table is partitioned and the catalog at hand does not know its partitions. */
  PARTITIONS_UNKNOWN,
  /** A selected partition's columns differ from the table's, in a format whose files hold names. */
  PARTITION_SCHEMA_DIFFERS,
  /**
   * Needed besides {@link #PARTITION_SCHEMA_DIFFERS} when the difference is a change of type that
   * is not a widening.
   */
  PARTITION_TYPE_CHANGED,
  /**
   * Needed besides {@link #PARTITION_SCHEMA_DIFFERS} when the format's files hold no names (CSV,
   * delimited text, regex, grok, RCFile, SequenceFile).
   */
  PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES,
  /** The table or a selected partition says itself that columns are found by position. */
  READ_BY_POSITION,
  /** An ORC table that says neither by name nor by position, so each engine takes its default. */
  ORC_MAPPING_NOT_DECLARED,
  /** A column of a type that Sluice cannot work with is read. */
  UNSUPPORTED_TYPE,
  READ_TINYINT,
  /** Lake Formation guards the table. */
  UNDER_LAKE_FORMATION,
  /** Text out of a column, or a column that holds some: every engine has a longest one. */
  READ_TEXT,
  /** A timestamp out of a column: how fine is it? */
  READ_TIMESTAMP,
  /** A date out of Avro, JSON or Ion. */
  READ_DATE_OF_RECORDS,
  /** A binary value out of anything but Parquet and ORC. */
  READ_BINARY_OF_OTHER_FORMAT,

  // Structs, arrays and maps: nested.yaml
  NESTED_IN_PARQUET,
  NESTED_IN_ORC,
  NESTED_IN_AVRO,
  NESTED_IN_JSON_OPENX,
  NESTED_IN_JSON_HIVE,
  NESTED_IN_ION,
  /** Iceberg keeps types of its own, so its nested columns are another matter than its files'. */
  NESTED_IN_ICEBERG,
  NESTED_IN_OTHER_FORMAT,
  SELECT_STAR_NESTED,
  RETURN_STRUCT,
  RETURN_PRESENT_STRUCT,
  RETURN_ARRAY,
  RETURN_MAP,
  STRUCT_PATH,
  UNNEST_INNER,
  UNNEST_LEFT,
  UNNEST_WITH_ORDINALITY,
  UNNEST_STRUCTS,
  UNNEST_MAP,
  /** Several arrays in step: {@code UNNEST(a, b)}. */
  UNNEST_SEVERAL,
  /** A subquery over an array of the outer query's row. */
  UNNEST_CORRELATED_SUBQUERY,
  /** An array whose element is itself an array or a map. */
  ARRAY_OF_ARRAYS,
  ARRAY_SUBSCRIPT,
  MAP_SUBSCRIPT,
  /** A function over a whole array or map: cardinality, contains, element_at and so on. */
  ARRAY_FUNCTION,
  LAMBDA,
  /** Equality, grouping or ordering of whole nested values. */
  COMPARE_NESTED,
  /** An outer join between a table with nested columns and another table. */
  OUTER_JOIN_WITH_NESTED_TABLE,
  /** A subquery whose FROM names a table with nested columns beside another table. */
  JOIN_IN_NESTED_SUBQUERY,
  /** IN or NOT IN with a subquery that reads a table with nested columns. */
  IN_SUBQUERY_OVER_NESTED,
  /** A subquery that aggregates a table with nested columns. */
  AGGREGATE_SUBQUERY_OVER_NESTED,

  // What the text says: syntax.yaml
  QUALIFY,
  AGGREGATE_FILTER,
  ORDERED_AGGREGATE,
  /** A listagg that says how a text that grows too long is cut. */
  LISTAGG_TRUNCATE,
  NULL_ORDERING,
  LIMIT_OFFSET,
  FETCH_WITH_TIES,
  INTERSECT_OR_EXCEPT_ALL,
  VALUES_TABLE,
  GROUPING_SETS,
  /** An aggregate over a window with ORDER BY and no frame. */
  WINDOW_AGGREGATE_DEFAULT_FRAME,
  WINDOW_RANGE_FRAME,
  WINDOW_GROUPS_FRAME,
  /** A frame whose bound is no literal: {@code n PRECEDING}. */
  WINDOW_COMPUTED_BOUND,
  NAMED_WINDOW,
  /** A window's PARTITION BY or ORDER BY holds an expression without a column. */
  WINDOW_CONSTANT_KEY,
  /** DISTINCT in an aggregate over a window. */
  WINDOW_DISTINCT,
  LAG_LEAD_DEFAULT,
  RECURSIVE_WITH,
  NESTED_WITH,
  LATERAL_SUBQUERY,
  CORRELATED_SUBQUERY,
  /** One of another shape than a SELECT that names the outer row in its WHERE alone. */
  CORRELATED_SHAPE,
  /** FULL JOIN on anything but equalities between its two sides. */
  FULL_JOIN_WITHOUT_EQUALITY,
  IS_DISTINCT_FROM,
  /** A comparison with ANY or ALL of a subquery, other than IN and NOT IN. */
  QUANTIFIED_COMPARISON,
  TABLESAMPLE,
  MATCH_RECOGNIZE,
  UNPIVOT,
  /** ORDER BY or LIMIT in a subquery that reads a table with nested columns. */
  ORDER_BY_IN_NESTED_SUBQUERY,
  /** A name of more than 127 bytes. */
  LONG_NAME,
  /** Syntax that no detector knows. */
  OTHER_SYNTAX,

  // What the values do: operations.yaml
  /** A function call; what each engine makes of it stands in its dialect's function table. */
  FUNCTION,
  /** Comparison, grouping, distinct or join of text, where trailing blanks could matter. */
  TRAILING_BLANKS,
  DECIMAL_DIVISION,
  DECIMAL_AVERAGE
}
