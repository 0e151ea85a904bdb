-- What PostgreSQL lacks of Redshift's functions, or means otherwise. Sessions look here before pg_catalog.
-- RDG: Amazon Redshift Database Developer Guide, pages as of 2023-04-24 unless said otherwise.

CREATE SCHEMA redshift;
GRANT USAGE ON SCHEMA redshift TO PUBLIC;

-- Blanks at the end do not count when texts are compared (RDG r_Character_types).
CREATE FUNCTION redshift.text_eq(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.=) rtrim($2, ' ') $$;
CREATE FUNCTION redshift.text_ne(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.<>) rtrim($2, ' ') $$;
CREATE FUNCTION redshift.text_lt(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.<) rtrim($2, ' ') $$;
CREATE FUNCTION redshift.text_le(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.<=) rtrim($2, ' ') $$;
CREATE FUNCTION redshift.text_gt(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.>) rtrim($2, ' ') $$;
CREATE FUNCTION redshift.text_ge(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT rtrim($1, ' ') OPERATOR(pg_catalog.>=) rtrim($2, ' ') $$;
CREATE OPERATOR redshift.= (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_eq, COMMUTATOR = OPERATOR(redshift.=), NEGATOR = OPERATOR(redshift.<>));
CREATE OPERATOR redshift.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_ne, COMMUTATOR = OPERATOR(redshift.<>), NEGATOR = OPERATOR(redshift.=));
CREATE OPERATOR redshift.< (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_lt);
CREATE OPERATOR redshift.<= (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_le);
CREATE OPERATOR redshift.> (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_gt);
CREATE OPERATOR redshift.>= (LEFTARG = text, RIGHTARG = text, FUNCTION = redshift.text_ge);

-- How many digits a quotient of DECIMALs has depends on their declared types (RDG r_numeric_computations201),
-- which a value does not tell.
CREATE FUNCTION redshift.no_decimal_division(numeric, numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    RAISE EXCEPTION 'Stand-in: a quotient of DECIMALs has other digits in Redshift than the stand-in can tell' USING ERRCODE = '0A000';
  END $$;
CREATE OPERATOR redshift./ (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = redshift.no_decimal_division);

-- A division by zero is an error for floating-point numbers too, as in PostgreSQL (RDG r_numeric_computations201).

-- AVG of whole numbers is a BIGINT without a fraction (RDG r_AVG).
CREATE FUNCTION redshift.avg_add(numeric[], bigint) RETURNS numeric[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN $2 IS NULL THEN $1 ELSE ARRAY[$1[1] + $2, $1[2] + 1] END $$;
CREATE FUNCTION redshift.avg_end(numeric[]) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN $1[2] > 0 THEN pg_catalog.div($1[1], $1[2])::bigint END $$;
CREATE FUNCTION redshift.avg_add(numeric[], integer) RETURNS numeric[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT redshift.avg_add($1, $2::bigint) $$;
CREATE FUNCTION redshift.avg_add(numeric[], smallint) RETURNS numeric[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT redshift.avg_add($1, $2::bigint) $$;
CREATE AGGREGATE redshift.avg(bigint) (SFUNC = redshift.avg_add, STYPE = numeric[], FINALFUNC = redshift.avg_end, INITCOND = '{0,0}');
CREATE AGGREGATE redshift.avg(integer) (SFUNC = redshift.avg_add, STYPE = numeric[], FINALFUNC = redshift.avg_end, INITCOND = '{0,0}');
CREATE AGGREGATE redshift.avg(smallint) (SFUNC = redshift.avg_add, STYPE = numeric[], FINALFUNC = redshift.avg_end, INITCOND = '{0,0}');

-- AVG of a DECIMAL keeps its scale (RDG r_AVG); whether the last digit is rounded or cut is not established.
CREATE FUNCTION redshift.no_decimal_average(numeric, numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE SET search_path TO pg_catalog
  AS $$ BEGIN
    RAISE EXCEPTION 'Stand-in: whether Redshift rounds or cuts the last digit of AVG of a DECIMAL is not established' USING ERRCODE = '0A000';
  END $$;
CREATE AGGREGATE redshift.avg(numeric) (SFUNC = redshift.no_decimal_average, STYPE = numeric);

-- Text.
CREATE FUNCTION redshift.len(text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.length($1) $$;
-- Blanks at the end of a CHAR do not count (RDG r_LEN).
CREATE FUNCTION redshift.len(bpchar) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.length($1) $$;
CREATE FUNCTION redshift.textlen(text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.length($1) $$;
CREATE FUNCTION redshift.charindex(text, text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.strpos($2, $1) $$;
CREATE FUNCTION redshift.replicate(text, integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.repeat($1, $2) $$;
CREATE FUNCTION redshift.listagg_limit(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    IF octet_length(value) > 65535 THEN
      RAISE EXCEPTION 'Result size exceeds LISTAGG limit' USING ERRCODE = '22001';
    END IF;
    RETURN value;
  END $$;
CREATE FUNCTION redshift.strtol(number text, base integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ DECLARE
    digits text := lower(ltrim(number));
    negative boolean := digits LIKE '-%';
    result numeric := 0;
    digit integer;
  BEGIN
    IF base NOT BETWEEN 2 AND 36 THEN
      RAISE EXCEPTION 'Stand-in: STRTOL takes a base from 2 to 36' USING ERRCODE = '22023';
    END IF;
    digits := ltrim(digits, '+-');
    IF base = 16 AND digits LIKE '0x%' THEN digits := substr(digits, 3); END IF;
    FOR i IN 1 .. length(digits) LOOP
      digit := strpos('0123456789abcdefghijklmnopqrstuvwxyz', substr(digits, i, 1)) - 1;
      IF digit < 0 OR digit >= base THEN
        RAISE EXCEPTION 'Stand-in: STRTOL: % is no number of base %', number, base USING ERRCODE = '22P02';
      END IF;
      result := result * base + digit;
    END LOOP;
    RETURN CASE WHEN negative THEN - result ELSE result END;
  END $$;

-- Regular expressions: PostgreSQL's advanced ones stand for POSIX and, with p, for PCRE. RDG REGEXP_*.
CREATE FUNCTION redshift.regexp_flags(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path TO pg_catalog
  AS $$ BEGIN
    IF $1 ~ '[^ceip]' THEN
      RAISE EXCEPTION 'Stand-in: regular expressions have the parameters c, e, i and p, not %', $1 USING ERRCODE = '22023';
    END IF;
    RETURN translate($1, 'ep', '');
  END $$;
CREATE FUNCTION redshift.regexp_instr(source text, pattern text, start integer DEFAULT 1, occurrence integer DEFAULT 1, ending integer DEFAULT 0, flags text DEFAULT 'c') RETURNS integer LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.regexp_instr($1, $2, $3, $4, $5, redshift.regexp_flags($6),
    CASE WHEN $6 LIKE '%e%' AND pg_catalog.regexp_like('', '|' || $2) AND $2 LIKE '%(%' THEN 1 ELSE 0 END) $$;
CREATE FUNCTION redshift.regexp_substr(source text, pattern text, start integer DEFAULT 1, occurrence integer DEFAULT 1, flags text DEFAULT 'c') RETURNS text LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT coalesce(pg_catalog.regexp_substr($1, $2, $3, $4, redshift.regexp_flags($5),
    CASE WHEN $5 LIKE '%e%' AND $2 LIKE '%(%' THEN 1 ELSE 0 END), '') $$;
CREATE FUNCTION redshift.regexp_count(source text, pattern text, start integer DEFAULT 1, flags text DEFAULT 'c') RETURNS integer LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.regexp_count($1, $2, $3, redshift.regexp_flags($4)) $$;
CREATE FUNCTION redshift.regexp_replace(source text, pattern text, replacement text DEFAULT '', start integer DEFAULT 1, flags text DEFAULT 'c') RETURNS text LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.regexp_replace($1, $2, pg_catalog.regexp_replace($3, '\$(\d)', '\\\1', 'g'), $4, 0, redshift.regexp_flags($5)) $$;

-- Dates. The names of date parts are made one by the proxy. RDG r_DATEADD_function, r_DATEDIFF_function, r_DATE_PART_function.
CREATE FUNCTION redshift.dateadd(part text, number bigint, source timestamp) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    RETURN CASE part
      WHEN 'millennium' THEN source + make_interval(years => (number * 1000)::integer)
      WHEN 'century' THEN source + make_interval(years => (number * 100)::integer)
      WHEN 'decade' THEN source + make_interval(years => (number * 10)::integer)
      -- 29 February goes to 1 March, and only with years.
      WHEN 'year' THEN CASE
        WHEN to_char(source, 'MMDD') = '0229' AND to_char(source + make_interval(years => number::integer), 'MMDD') = '0228'
        THEN source + make_interval(years => number::integer) + interval '1 day'
        ELSE source + make_interval(years => number::integer) END
      WHEN 'quarter' THEN source + make_interval(months => (number * 3)::integer)
      WHEN 'month' THEN source + make_interval(months => number::integer)
      WHEN 'week' THEN source + make_interval(weeks => number::integer)
      WHEN 'day' THEN source + make_interval(days => number::integer)
      WHEN 'dow' THEN source + make_interval(days => number::integer)
      WHEN 'doy' THEN source + make_interval(days => number::integer)
      WHEN 'hour' THEN source + number * interval '1 hour'
      WHEN 'minute' THEN source + number * interval '1 minute'
      WHEN 'second' THEN source + number * interval '1 second'
      WHEN 'millisecond' THEN source + number * interval '1 millisecond'
      WHEN 'microsecond' THEN source + number * interval '1 microsecond'
    END;
  END $$;
CREATE FUNCTION redshift.micros(timestamp) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT (extract(epoch FROM $1) * 1000000)::bigint $$;
-- The boundaries between two times, not the complete units. A week begins on Monday, as for DATE_TRUNC.
CREATE FUNCTION redshift.datediff(part text, a timestamp, b timestamp) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ DECLARE
    years bigint := extract(year FROM b) - extract(year FROM a);
  BEGIN
    RETURN CASE part
      WHEN 'millennium' THEN extract(millennium FROM b) - extract(millennium FROM a)
      WHEN 'century' THEN extract(century FROM b) - extract(century FROM a)
      WHEN 'decade' THEN extract(decade FROM b) - extract(decade FROM a)
      WHEN 'year' THEN years
      WHEN 'quarter' THEN years * 4 + extract(quarter FROM b) - extract(quarter FROM a)
      WHEN 'month' THEN years * 12 + extract(month FROM b) - extract(month FROM a)
      WHEN 'week' THEN (date_trunc('week', b)::date - date_trunc('week', a)::date) / 7
      WHEN 'day' THEN b::date - a::date
      WHEN 'dow' THEN b::date - a::date
      WHEN 'doy' THEN b::date - a::date
      WHEN 'hour' THEN (redshift.micros(date_trunc('hour', b)) - redshift.micros(date_trunc('hour', a))) / 3600000000
      WHEN 'minute' THEN (redshift.micros(date_trunc('minute', b)) - redshift.micros(date_trunc('minute', a))) / 60000000
      WHEN 'second' THEN (redshift.micros(date_trunc('second', b)) - redshift.micros(date_trunc('second', a))) / 1000000
      WHEN 'millisecond' THEN (redshift.micros(date_trunc('milliseconds', b)) - redshift.micros(date_trunc('milliseconds', a))) / 1000
      WHEN 'microsecond' THEN redshift.micros(b) - redshift.micros(a)
    END;
  END $$;
CREATE FUNCTION redshift.date_part_of(part text, source timestamp) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    RETURN CASE part
      WHEN 'second' THEN floor(extract(second FROM source))
      WHEN 'millisecond' THEN floor(extract(milliseconds FROM source))::bigint % 1000
      WHEN 'microsecond' THEN extract(microseconds FROM source)::bigint % 1000000
      WHEN 'isoweek' THEN extract(week FROM source)
      WHEN 'epoch' THEN floor(extract(epoch FROM source))
      ELSE floor(pg_catalog.date_part(part, source))
    END;
  END $$;
CREATE FUNCTION redshift.date_part_of(part text, source interval) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.floor(pg_catalog.date_part($1, $2))::integer $$;
CREATE FUNCTION redshift.date_trunc_to(part text, source timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.date_trunc($1, $2) $$;
-- Seconds only, in the session's zone; the same within a statement (RDG r_GETDATE).
CREATE FUNCTION redshift.getdate() RETURNS timestamp LANGUAGE sql STABLE
  AS $$ SELECT pg_catalog.date_trunc('second', pg_catalog.statement_timestamp()::timestamp) $$;
-- The start of the transaction (RDG r_SYSDATE).
CREATE FUNCTION redshift.sysdate() RETURNS timestamp LANGUAGE sql STABLE AS $$ SELECT pg_catalog.now()::timestamp $$;
CREATE FUNCTION redshift.last_day(timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT (pg_catalog.date_trunc('month', $1) + interval '1 month' - interval '1 day')::date $$;
CREATE FUNCTION redshift.add_months(source timestamp, months integer) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT CASE WHEN $1::date OPERATOR(pg_catalog.=) redshift.last_day($1)
    THEN redshift.last_day($1 + pg_catalog.make_interval(months => $2)) + $1::time
    ELSE $1 + pg_catalog.make_interval(months => $2) END $$;
-- A fraction counts days of a month of 31 (RDG r_MONTHS_BETWEEN_function).
CREATE FUNCTION redshift.months_between(a timestamp, b timestamp) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ DECLARE
    months double precision := (extract(year FROM a) - extract(year FROM b)) * 12 + extract(month FROM a) - extract(month FROM b);
  BEGIN
    IF extract(day FROM a) = extract(day FROM b) OR a::date = redshift.last_day(a) AND b::date = redshift.last_day(b) THEN
      RETURN months;
    END IF;
    RETURN months + (extract(epoch FROM (a - date_trunc('month', a)) - (b - date_trunc('month', b)))) / 86400 / 31;
  END $$;
CREATE FUNCTION redshift.next_day(source timestamp, day text) RETURNS date LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ DECLARE
    wanted integer := (strpos('su mo tu we th fr sa', lower(left(day, 2))) - 1) / 3;
  BEGIN
    IF strpos('su mo tu we th fr sa', lower(left(day, 2))) = 0 OR length(day) < 2 THEN
      RAISE EXCEPTION 'Stand-in: % is no day of the week', day USING ERRCODE = '22023';
    END IF;
    RETURN source::date + ((wanted - extract(dow FROM source)::integer + 6) % 7 + 1);
  END $$;
CREATE FUNCTION redshift.trunc(timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1::date $$;
CREATE FUNCTION redshift.date_cmp(a date, b date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.sign(($1 - $2)::double precision)::integer $$;
CREATE FUNCTION redshift.convert_timezone(target text, source timestamp) RETURNS timestamp LANGUAGE sql STABLE STRICT
  AS $$ SELECT $2 AT TIME ZONE 'UTC' AT TIME ZONE $1 $$;
CREATE FUNCTION redshift.convert_timezone(origin text, target text, source timestamp) RETURNS timestamp LANGUAGE sql STABLE STRICT
  AS $$ SELECT $3 AT TIME ZONE $1 AT TIME ZONE $2 $$;
-- A date or a timestamp; PostgreSQL would take a date for a timestamp with time zone.
CREATE FUNCTION redshift.to_char(date, text) RETURNS text LANGUAGE sql STABLE STRICT
  AS $$ SELECT pg_catalog.to_char($1::timestamp, $2) $$;

-- Numbers.
CREATE FUNCTION redshift.round(double precision, integer) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.round($1::numeric, $2)::double precision $$;
CREATE FUNCTION redshift.trunc(double precision, integer) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT pg_catalog.trunc($1::numeric, $2)::double precision $$;
-- RDG r_LOG: a double.
CREATE FUNCTION redshift.log(double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT pg_catalog.log($1) $$;
CREATE FUNCTION redshift.dexp(double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT pg_catalog.exp($1) $$;
CREATE FUNCTION redshift.dlog1(double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT pg_catalog.ln($1) $$;
CREATE FUNCTION redshift.dlog10(double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT pg_catalog.log($1) $$;

-- The value as the second's type, NULL where it cannot be cast (RDG r_TRY_CAST, 2025-03).
CREATE FUNCTION redshift.try_cast(value text, target anyelement) RETURNS anyelement LANGUAGE plpgsql IMMUTABLE SET search_path TO pg_catalog
  AS $$ BEGIN
    target := value;
    RETURN target;
  EXCEPTION WHEN data_exception OR invalid_text_representation THEN
    RETURN NULL;
  END $$;

-- Values of a window without NULLs, counted from either end.
CREATE FUNCTION redshift.nth_from_start(anycompatiblearray, n bigint) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS $$ SELECT $1[$2] $$;
CREATE FUNCTION redshift.nth_from_end(anycompatiblearray, n bigint) RETURNS anycompatible LANGUAGE sql IMMUTABLE
  AS $$ SELECT $1[pg_catalog.cardinality($1) - $2 + 1] $$;

-- JSON. A path that leads nowhere is NULL, as is null (patch 187, 2025-01). RDG JSON_EXTRACT_PATH_TEXT.
CREATE FUNCTION redshift.is_valid_json(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    RETURN value IS JSON OBJECT;
  END $$;
CREATE FUNCTION redshift.is_valid_json_array(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1 IS JSON ARRAY $$;
CREATE FUNCTION redshift.json_path_text(value text, path text[], null_if_invalid boolean) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path TO pg_catalog
  AS $$ DECLARE
    place json;
    name text;
  BEGIN
    IF value IS NULL THEN RETURN NULL; END IF;
    IF value IS NOT JSON THEN
      IF null_if_invalid THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'JSON parsing error' USING ERRCODE = 'XX000';
    END IF;
    place := value::json;
    FOREACH name IN ARRAY path LOOP
      IF json_typeof(place) IS DISTINCT FROM 'object' THEN RETURN NULL; END IF;
      place := place -> name;
    END LOOP;
    RETURN place #>> '{}';
  END $$;
CREATE FUNCTION redshift.json_extract_array_element_text(value text, place integer, null_if_invalid boolean DEFAULT false) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    IF value IS NOT JSON ARRAY THEN
      IF null_if_invalid THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'JSON parsing error' USING ERRCODE = 'XX000';
    END IF;
    RETURN CASE WHEN place >= 0 THEN value::json ->> place END;
  END $$;
CREATE FUNCTION redshift.json_array_length(value text, null_if_invalid boolean DEFAULT false) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT SET search_path TO pg_catalog
  AS $$ BEGIN
    IF value IS NOT JSON ARRAY THEN
      IF null_if_invalid THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'JSON parsing error' USING ERRCODE = 'XX000';
    END IF;
    RETURN pg_catalog.json_array_length(value::json);
  END $$;

-- As the page's example has it (r_VERSION, copy of September 2026).
CREATE FUNCTION redshift.version() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT 'PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.12103'::text $$;
CREATE FUNCTION redshift.current_user_id() RETURNS integer LANGUAGE sql STABLE
  AS $$ SELECT oid::integer FROM pg_catalog.pg_roles WHERE rolname = current_user $$;
