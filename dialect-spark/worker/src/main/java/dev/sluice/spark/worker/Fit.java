package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rpad;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.transform_keys;
import static org.apache.spark.sql.functions.transform_values;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes what a reader gives into what the catalog declares: sub-fields by name, numbers as they are
 * or an error, char padded and varchar cut to its length, timestamps rounded to milliseconds at any
 * depth. Anything else is refused.
 *
 * <p>A timestamp of Sluice's SQL has three digits of a second, and Athena engine v3 rounds finer
 * values of files (Amazon Athena User Guide, Athena engine version 3, read 2026-11-22); rounded
 * here, everything above the files compares, groups and returns what Athena would. The price is
 * that Parquet's statistics are not asked about timestamps; they still are about other columns.
 */
final class Fit {
  private static final List<DataType> INTEGERS =
      List.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INTEGER, Primitive.BIGINT);

  private final String where;

  /**
   * @param where the column, for messages
   */
  Fit(String where) {
    this.where = where;
  }

  Column apply(Column column, org.apache.spark.sql.types.DataType from, DataType to) {
    if (to instanceof DataType.Char text && from instanceof StringType) {
      return rpad(column, text.length(), " ");
    } else if (to instanceof DataType.Varchar text && from instanceof StringType) {
      return substring(column, 1, text.length());
    } else if (to == Primitive.TIMESTAMP && from.equals(DataTypes.TimestampType)) {
      return milliseconds(column);
    } else if (isReadAs(from, to)) {
      return column;
    } else if (to instanceof DataType.Array array && from instanceof ArrayType files) {
      return transform(column, item -> apply(item, files.elementType(), array.element()));
    } else if (to instanceof DataType.MapOf map && from instanceof MapType files) {
      return fitMap(column, files, map);
    } else if (to instanceof DataType.Struct struct && from instanceof StructType files) {
      return fitStruct(column, files, struct);
    } else if (keeps(SparkTypes.from(from), to)) {
      return column.cast(SparkTypes.of(to));
    }
    throw new WorkerException(
        "Column %s is %s in the files' schema and %s in the catalog, which Spark cannot read safely"
            .formatted(where, from.catalogString(), to.hive()));
  }

  /**
   * Rounds a half of a millisecond upwards, before 1970 too, as Trino does (io.trino.spi.type
   * .Timestamps.roundDiv, read 2026-11-25); Spark has cut what is finer than a microsecond,
   * downwards.
   */
  static Column milliseconds(Column timestamp) {
    Column micros = unix_micros(timestamp).plus(lit(500L));
    return timestamp_micros(micros.minus(pmod(micros, lit(1000L))));
  }

  private Column fitMap(Column column, MapType files, DataType.MapOf map) {
    if (!files.keyType().equals(SparkTypes.of(map.key())) || holdsBoundedText(map.key())) {
      throw new WorkerException(
          "Column %s has map keys of type %s, which Spark cannot read as %s safely"
              .formatted(where, files.keyType().catalogString(), map.key().hive()));
    }
    Column keyed =
        isReadAs(files.keyType(), map.key())
            ? column
            : transform_keys(column, (key, value) -> apply(key, files.keyType(), map.key()));
    return isReadAs(files.valueType(), map.value())
        ? keyed
        : transform_values(keyed, (key, value) -> apply(value, files.valueType(), map.value()));
  }

  private Column fitStruct(Column column, StructType files, DataType.Struct struct) {
    if (sameNames(files, struct)) {
      return changeFields(column, files, struct);
    }
    Column[] fields =
        struct.fields().stream()
            .map(field -> fitField(column, files, field))
            .toArray(Column[]::new);
    return when(column.isNull(), lit(null).cast(SparkTypes.of(struct))).otherwise(struct(fields));
  }

  private static boolean sameNames(StructType files, DataType.Struct struct) {
    return List.of(files.fieldNames())
        .equals(struct.fields().stream().map(DataType.Field::name).toList());
  }

  /** Spark sees through a changed field to those that stay, and reads only what is asked for. */
  private Column changeFields(Column column, StructType files, DataType.Struct struct) {
    Column changed = column;
    for (int i = 0; i < files.length(); i++) {
      DataType.Field field = struct.fields().get(i);
      if (!isReadAs(files.apply(i).dataType(), field.type())) {
        changed =
            changed.withField(ColumnarFiles.quoted(field.name()), fitField(column, files, field));
      }
    }
    return changed;
  }

  private Column fitField(Column column, StructType files, DataType.Field field) {
    for (StructField candidate : files.fields()) {
      if (candidate.name().equalsIgnoreCase(field.name())) {
        Column value = column.getField(candidate.name());
        return new Fit(where + "." + field.name())
            .apply(value, candidate.dataType(), field.type())
            .as(field.name());
      }
    }
    throw new WorkerException("The files' schema has no field " + where + "." + field.name());
  }

  /** Whether a reader gives values as the catalog has them. */
  private static boolean isReadAs(org.apache.spark.sql.types.DataType from, DataType to) {
    return from.equals(SparkTypes.of(to))
        && !holdsBoundedText(to)
        && !Files.holds(to, type -> type == Primitive.TIMESTAMP);
  }

  private static boolean holdsBoundedText(DataType type) {
    return Files.holds(
        type, part -> part instanceof DataType.Char || part instanceof DataType.Varchar);
  }

  private static boolean keeps(DataType from, DataType to) {
    if (from instanceof DataType.Decimal narrow && to instanceof DataType.Decimal wide) {
      return wide.scale() >= narrow.scale()
          && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
    }
    if (INTEGERS.contains(from)) {
      // The cast fails for a number that does not fit.
      return INTEGERS.contains(to) || (to == Primitive.DOUBLE && from != Primitive.BIGINT);
    }
    return from == Primitive.REAL && to == Primitive.DOUBLE;
  }
}
