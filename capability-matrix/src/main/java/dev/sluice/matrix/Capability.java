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
  /** RCFile through {@code LazyBinaryColumnarSerDe}. */
  RCFILE_BINARY,
  READ_SEQUENCEFILE,
  READ_REGEX,
  READ_GROK,
  READ_ICEBERG,
  /** Of the format's third version. */
  ICEBERG_V3,
  /** An Iceberg table whose rows are deleted by files of their own (merge-on-read). */
  ICEBERG_DELETES,
  /** An Iceberg table whose files are anything but Parquet. */
  ICEBERG_OF_OTHER_FILES,
  READ_HUDI,
  HUDI_MERGE_ON_READ,
  /** Nothing tells copy-on-write from merge-on-read. */
  HUDI_KIND_NOT_TOLD,
  READ_DELTA,
  READ_SYMLINK,
  READ_VIEW,
  /** A view of several dialects, which runs as its definer. */
  READ_DEFINER_VIEW,
  /** Such a view without a current text for the engine. */
  VIEW_WITHOUT_TEXT,
  /** A table that an engine keeps itself. */
  READ_ENGINE_OWN,
  /** A table in a database that the engine shows under no name. */
  DATABASE_NOT_VISIBLE,
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
  /** A file that the query reads has other columns than the table. */
  FILE_SCHEMA_DIFFERS,
  /** Files that some engine reads by position, and whose columns nobody has looked at. */
  FILES_NOT_INSPECTED,
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
  /** A date out of anything but text, Parquet and ORC. */
  READ_DATE_OF_RECORDS,
  /** A binary value out of anything but Parquet and ORC. */
  READ_BINARY_OF_OTHER_FORMAT,
  /** A table with more columns than an external table may be sure to have. */
  WIDE_TABLE,
  /** Parquet that the table says is compressed by LZ4 or ZSTD. */
  YOUNG_PARQUET_CODEC,
  /** ORC files that are compressed as a whole, besides what is compressed inside. */
  COMPRESSED_ORC_FILE,
  /** Text that the table says is compressed. */
  COMPRESSED_TEXT,
  /** A property by which Redshift goes, whatever the names of files end in. */
  COMPRESSION_OVERRIDDEN,
  /** A property by which Redshift changes values that do not fit their column. */
  VALUES_CLEANSED,
  /** A property by which objects are read that were restored from an archive. */
  RESTORED_OBJECTS,
  /** Lines of text that end in anything but a line feed. */
  LINE_DELIMITER,
  /** An encoding of its own, footers, a last column that takes the rest. */
  TEXT_READ_OTHERWISE,
  /** CSV with line breaks inside quotes. */
  CSV_LINE_BREAKS,
  /** JSON of which a whole file is one array. */
  JSON_OUTER_ARRAY,
  /** SerDe parameters that say how timestamps are written. */
  TIMESTAMP_FORMATS,
  /** SerDe parameters that say which key of a JSON object a column is. */
  JSON_KEYS_MAPPED,
  /** A SerDe parameter by which lines that are no JSON are left out. */
  JSON_MALFORMED,
  /** A SerDe parameter by which JSON values that do not fit their column are NULL. */
  JSON_VALUES_FORGIVEN,
  /** {@code "$path"}: the file that a row comes from. */
  HIDDEN_PATH,
  /** {@code "$file_size"}, which Redshift calls {@code "$size"}. */
  HIDDEN_FILE_SIZE,
  /** {@code "$file_modified_time"} and {@code "$partition"}. */
  HIDDEN_TIME_OR_PARTITION,
  /** Any of them of a table with nested columns. */
  HIDDEN_COLUMN_OF_NESTED_TABLE,
  HIDDEN_COLUMN_OF_ICEBERG,
  /** An older state of a table. */
  TIME_TRAVEL,

  // What the columns' types hold: types.yaml
  /** Text out of JSON or Ion. */
  READ_TEXT_OF_RECORDS,
  READ_TEXT_OF_ICEBERG,
  READ_TIMESTAMP_OF_ICEBERG,
  READ_BINARY_OF_ICEBERG,
  /** Text out of a column of type varchar(n). */
  READ_BOUNDED_TEXT,
  READ_CHAR,
  /** A date or timestamp through the OpenCSV SerDe. */
  READ_DATE_OF_CSV,
  /** Text with a length, a number of few bits or a decimal through the OpenCSV SerDe. */
  READ_OTHER_TYPE_OF_CSV,
  READ_TIMESTAMP_OF_JSON,
  /** A map in JSON or Ion whose key is anything but text. */
  MAP_KEY_OF_RECORDS,
  /** A map whose key is a struct, an array or a map. */
  MAP_WITH_NESTED_KEY,
  /** A column that nests more than 100 levels deep. */
  DEEP_NESTING,

  // Structs, arrays and maps: nested.yaml
  NESTED_IN_PARQUET,
  NESTED_IN_ORC,
  NESTED_IN_AVRO,
  NESTED_IN_JSON_OPENX,
  NESTED_IN_JSON_HIVE,
  NESTED_IN_ION,
  /** Iceberg keeps types of its own, so its nested columns are another matter than its files'. */
  NESTED_IN_ICEBERG,
  NESTED_IN_HUDI,
  NESTED_IN_DELTA,
  NESTED_IN_OTHER_FORMAT,
  SELECT_STAR_NESTED,
  RETURN_STRUCT,
  RETURN_PRESENT_STRUCT,
  RETURN_ARRAY,
  RETURN_MAP,
  RETURN_BINARY,
  STRUCT_PATH,
  UNNEST_INNER,
  UNNEST_LEFT,
  UNNEST_WITH_ORDINALITY,
  UNNEST_STRUCTS,
  UNNEST_MAP,
  /** Several arrays in step: {@code UNNEST(a, b)}. */
  UNNEST_SEVERAL,
  /** UNNEST of an array or map that stands right inside an array, in no struct. */
  UNNEST_INNER_ARRAY,
  /** A subquery over an array of the outer query's row. */
  UNNEST_CORRELATED_SUBQUERY,
  /** Such a subquery that names the outer row anywhere but in FROM. */
  UNNEST_SUBQUERY_NAMES_OUTER_ROW,
  /** An array whose element is itself an array or a map. */
  ARRAY_OF_ARRAYS,
  ARRAY_SUBSCRIPT,
  MAP_SUBSCRIPT,
  /** A function over a whole array: cardinality, contains, element_at and so on. */
  ARRAY_FUNCTION,
  /** A function over a whole map. */
  MAP_FUNCTION,
  /** An aggregate that makes an array or a map. */
  COLLECTING_AGGREGATE,
  /** ARRAY[…] of more than 254 elements. */
  LONG_ARRAY,
  /** A whole struct, array or map among the columns of a subquery or of a set's branch. */
  RETURN_NESTED_FROM_SUBQUERY,
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
  /** An alias that is called as a schema is. */
  ALIAS_OF_A_SCHEMA,

  // What the text says: syntax.yaml
  QUALIFY,
  AGGREGATE_FILTER,
  IGNORE_NULLS,
  ORDERED_AGGREGATE,
  /** A listagg that says how a text that grows too long is cut. */
  LISTAGG_TRUNCATE,
  NULL_ORDERING,
  LIMIT_OFFSET,
  /** A LIMIT of more than 2,147,483,647 without ORDER BY. */
  LARGE_LIMIT,
  LARGE_LIMIT_OF_ORDERED,
  FETCH_WITH_TIES,
  INTERSECT_OR_EXCEPT_ALL,
  VALUES_TABLE,
  GROUPING_SETS,
  /** More than 64 of them. */
  MANY_GROUPING_SETS,
  EXPRESSION_IN_GROUPING_SETS,
  CONSTANT_IN_GROUPING_SETS,
  COLUMN_TWICE_IN_GROUPING_SET,
  /** GROUP BY what a correlated subquery gives. */
  GROUP_BY_CORRELATED,
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
  /** One whose queries are joined by UNION without ALL, or that has a limit inside. */
  RECURSION_OF_ANOTHER_SHAPE,
  NESTED_WITH,
  LATERAL_SUBQUERY,
  CORRELATED_SUBQUERY,
  /** One that names the outer row elsewhere than in its WHERE, is DISTINCT, or is a branch. */
  CORRELATED_SHAPE,
  /** One whose own subquery names the rows of the query around both. */
  CORRELATION_SKIPS_A_LEVEL,
  /** One whose FROM holds a subquery that names the outer row. */
  CORRELATION_IN_FROM,
  CORRELATED_WITH_GROUPS,
  CORRELATED_WITH_WINDOW,
  CORRELATED_WITH_LIMIT,
  /** A subquery over an array of the outer row that has a WHERE. */
  CORRELATED_UNNEST_WITH_CONDITION,
  /** One in the condition of an outer join. */
  CORRELATION_IN_OUTER_JOIN,
  /** FULL JOIN on anything but equalities between its two sides. */
  FULL_JOIN_WITHOUT_EQUALITY,
  IS_DISTINCT_FROM,
  /** A comparison with ANY or ALL of a subquery, other than IN and NOT IN. */
  QUANTIFIED_COMPARISON,
  TABLESAMPLE,
  MATCH_RECOGNIZE,
  UNPIVOT,
  PIVOT,
  /** ORDER BY or LIMIT in a subquery that reads a table with nested columns. */
  ORDER_BY_IN_NESTED_SUBQUERY,
  /** A name of more than 127 bytes. */
  LONG_NAME,
  /** A text of more than 262,144 bytes, as it is sent. */
  LONG_QUERY,
  /** Syntax that no detector knows. */
  OTHER_SYNTAX,

  // What the values do: operations.yaml
  /** A function call; what each engine makes of it stands in its dialect's function table. */
  FUNCTION,
  /** Comparison, grouping, distinct or join of text, where trailing blanks could matter. */
  TRAILING_BLANKS,
  DECIMAL_DIVISION,
  DECIMAL_AVERAGE,
  /** CASE, COALESCE or a set operation over decimals of more than 19 digits. */
  LONG_DECIMAL_CHOICE,
  /** Such a choice among decimals whose digits before and after the point pass 38 together. */
  DECIMAL_CHOICE_OVER_38,
  DECIMAL_TO_FEWER_DIGITS,
  /** A cast of a decimal or floating number to a whole number. */
  FRACTION_TO_WHOLE,
  AVERAGE_OF_INTEGERS,
  INTEGER_DIVISION,
  /** A floating division by what is not a literal other than zero. */
  FLOATING_DIVISION,
  NAN_COMPARISON,
  /** A real beside a whole number or a decimal. */
  REAL_BESIDE_EXACT,
  GREATEST_OR_LEAST,
  NUMBER_AGAINST_TEXT,
  DATE_AGAINST_TEXT,
  CAST_OF_TEXT,
  TRY_CAST_OF_TEXT,
  /** {@code TRY(…)}. */
  TRY,
  BOOLEAN_AS_TEXT,
  BACKSLASH,
  LIKE_BACKSLASH,
  LIKE_COMPUTED,
  REGEXP_COMPUTED,
  REGEXP_EXTRACT,
  SPLIT_PART,
  /** A substr whose start is no literal from 1 on. */
  SUBSTRING_FROM_ANYWHERE,
  TRIM_WHITE_SPACE,
  JSON_SCALAR,
  DATE_DIFFERENCE,
  DATE_DIFFERENCE_IN_MONTHS,
  /** date_trunc or date_add of a date. */
  DATE_STAYS_DATE,
  DAY_OF_WEEK,
  CLOCK,
  AT_TIME_ZONE,
  ESTIMATE,
  STATISTICS
}
