-- Redshift's system views, with the columns that their pages list (docs.aws.amazon.com/redshift/latest/dg/,
-- r_SVV_EXTERNAL_SCHEMAS, r_SVV_EXTERNAL_DATABASES, r_SVV_EXTERNAL_TABLES, r_SVV_EXTERNAL_COLUMNS, r_SVV_TABLES,
-- r_SVV_COLUMNS, r_SVL_S3QUERY_SUMMARY, r_SVL_S3LOG, SYS_EXTERNAL_QUERY_DETAIL; copies of September 2026, read 2026-11-27).
-- What the stand-in cannot count is NULL.

CREATE SEQUENCE redshift.external_schema_id START 100133;
CREATE TABLE redshift.external_schema (
  esoid bigint DEFAULT nextval('redshift.external_schema_id'), schemaname text, databasename text, esoptions text);
CREATE TABLE redshift.external_table (
  schemaname text, tablename text, location text, input_format text, serialization_lib text, serde_parameters text, parameters text);
CREATE TABLE redshift.external_column (
  schemaname text, tablename text, columnname text, external_type text, columnnum integer, part_key integer);

CREATE VIEW redshift.svv_external_schemas AS
  SELECT esoid::oid AS esoid, 1::smallint AS eskind, schemaname::name AS schemaname, 100 AS esowner, databasename, esoptions
  FROM redshift.external_schema;
CREATE VIEW redshift.svv_external_databases AS
  SELECT DISTINCT 1 AS eskind, esoptions, databasename, NULL::text AS location, NULL::text AS parameters
  FROM redshift.external_schema;
CREATE VIEW redshift.svv_external_tables AS
  SELECT current_database()::text AS redshift_database_name, schemaname, tablename, 'TABLE'::text AS tabletype, location,
    input_format, NULL::text AS output_format, serialization_lib, serde_parameters, NULL::integer AS compressed, parameters
  FROM redshift.external_table;
CREATE VIEW redshift.svv_external_columns AS
  SELECT current_database()::text AS redshift_database_name, schemaname, tablename, columnname, external_type, columnnum, part_key,
    ''::text AS is_nullable
  FROM redshift.external_column;

-- A user's own tables: what lies in no schema of the system's or of a catalog's.
CREATE VIEW redshift.own_table AS
  SELECT c.oid, n.nspname::text AS table_schema, c.relname::text AS table_name,
    CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'BASE TABLE' END AS table_type
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v') AND n.nspname NOT IN ('redshift', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
    AND NOT EXISTS (SELECT FROM redshift.external_schema e WHERE e.schemaname = n.nspname::text);
CREATE VIEW redshift.svv_tables AS
  SELECT current_database()::text AS table_catalog, table_schema, table_name, table_type, NULL::text AS remarks FROM redshift.own_table
  UNION ALL
  SELECT current_database()::text, schemaname, tablename, 'EXTERNAL TABLE', NULL FROM redshift.external_table;
-- Redshift's name of a catalog's type; that of a nested one is not established, and is the catalog's here.
CREATE FUNCTION redshift.type_name(hive text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT CASE
    WHEN hive = 'string' OR hive LIKE 'varchar(%' THEN 'character varying'
    WHEN hive LIKE 'char(%' THEN 'character'
    WHEN hive LIKE 'decimal(%' THEN 'numeric'
    WHEN hive IN ('tinyint', 'smallint') THEN 'smallint'
    WHEN hive = 'int' THEN 'integer'
    WHEN hive = 'float' THEN 'real'
    WHEN hive = 'double' THEN 'double precision'
    WHEN hive = 'timestamp' THEN 'timestamp without time zone'
    WHEN hive = 'binary' THEN 'binary varying'
    ELSE hive END $$;
CREATE VIEW redshift.own_columns AS
  SELECT c.* FROM information_schema.columns c
  JOIN redshift.own_table o ON o.table_schema = c.table_schema::text AND o.table_name = c.table_name::text;
CREATE VIEW redshift.svv_columns AS
  SELECT c.table_catalog::text, c.table_schema::text, c.table_name::text, c.column_name::text, c.ordinal_position::integer,
    c.column_default::text, c.is_nullable::text, c.data_type::text, c.character_maximum_length::integer,
    c.numeric_precision::integer, c.numeric_precision_radix::integer, c.numeric_scale::integer, c.datetime_precision::integer,
    c.interval_type::text, c.interval_precision::text, c.character_set_catalog::text, c.character_set_schema::text,
    c.character_set_name::text, c.collation_catalog::text, c.collation_schema::text, c.collation_name::text, c.domain_name::text,
    NULL::text AS remarks
  FROM redshift.own_columns c
  UNION ALL
  SELECT current_database()::text, schemaname, tablename, columnname, columnnum, NULL, 'YES', redshift.type_name(external_type),
    CASE WHEN external_type = 'string' THEN 65535 ELSE substring(external_type FROM 'char\((\d+)\)')::integer END,
    substring(external_type FROM '^decimal\((\d+)')::integer, NULL, substring(external_type FROM '^decimal\(\d+,(\d+)\)')::integer,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM redshift.external_column;

-- One row for each external table that a query has read.
CREATE TABLE redshift.external_query (
  userid integer, query bigint, xid bigint, pid integer, starttime timestamp, endtime timestamp, aborted integer,
  schemaname text, tablename text, file_format text, is_partitioned boolean, is_nested boolean, location text,
  partitions integer, files bigint, scanned_rows bigint, scanned_bytes bigint, returned_rows bigint, returned_bytes bigint);
CREATE TABLE redshift.log_entry (pid integer, query bigint, eventtime timestamp, message text);
CREATE TABLE redshift.last_query (pid integer PRIMARY KEY, query bigint);

CREATE VIEW redshift.svl_s3query_summary AS
  SELECT userid, query::integer AS query, xid, pid, 0 AS segment, 0 AS step, starttime, endtime,
    (extract(epoch FROM endtime - starttime) * 1000000)::integer AS elapsed, aborted,
    'S3 Scan ' || schemaname || '_' || tablename AS external_table_name, file_format, CASE WHEN is_partitioned THEN 't' ELSE 'f' END AS is_partitioned,
    NULL::char(1) AS is_rrscan, CASE WHEN is_nested THEN 't' ELSE 'f' END AS is_nested, scanned_rows AS s3_scanned_rows,
    scanned_bytes AS s3_scanned_bytes, returned_rows AS s3query_returned_rows, returned_bytes AS s3query_returned_bytes,
    files::integer AS files, NULL::integer AS files_max, NULL::integer AS files_avg, NULL::integer AS splits, NULL::integer AS splits_max,
    NULL::integer AS splits_avg, NULL::bigint AS total_split_size, NULL::bigint AS max_split_size, NULL::bigint AS avg_split_size, NULL::integer AS total_retries, NULL::integer AS max_retries,
    NULL::integer AS max_request_duration, NULL::double precision AS avg_request_duration, NULL::integer AS max_request_parallelism,
    NULL::double precision AS avg_request_parallelism, NULL::bigint AS total_slowdown_count, NULL::integer AS max_slowdown_count
  FROM redshift.external_query;
CREATE VIEW redshift.sys_external_query_detail AS
  SELECT userid AS user_id, query AS query_id, xid AS transaction_id, 0 AS child_query_sequence, 0 AS segment_id, 'S3'::char(32) AS source_type,
    starttime AS start_time, endtime AS end_time, (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration,
    partitions AS total_partitions, NULL::integer AS qualified_partitions, files AS scanned_files, scanned_rows AS returned_rows,
    scanned_bytes AS returned_bytes, file_format, location AS file_location, NULL::text AS external_query_text,
    NULL::char(4000) AS warning_message, (schemaname || '.' || tablename)::char(136) AS table_name, NULL::char(1) AS is_recursive,
    CASE WHEN is_nested THEN 't' ELSE 'f' END::char(1) AS is_nested, NULL::bigint AS s3list_time, NULL::bigint AS get_partition_time,
    NULL::char(36) AS query_uuid
  FROM redshift.external_query;
CREATE VIEW redshift.svl_s3log AS
  SELECT pid, query::integer AS query, 0 AS segment, 0 AS step, 0 AS node, 0 AS slice, eventtime, message FROM redshift.log_entry;

-- The last query that read an external table; -1 where there was none (RDG PG_LAST_QUERY_ID).
CREATE FUNCTION redshift.pg_last_query_id() RETURNS integer LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT query FROM redshift.last_query WHERE pid = pg_catalog.pg_backend_pid()), -1)::integer $$;

GRANT SELECT ON ALL TABLES IN SCHEMA redshift TO PUBLIC;
