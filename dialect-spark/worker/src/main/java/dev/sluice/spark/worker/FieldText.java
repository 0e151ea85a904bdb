package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a field becomes a value.
 *
 * @param nullText the text that means NULL
 * @param emptyIsNull whether no text means NULL in a column that holds no text
 * @param moments whether dates and timestamps stand in their usual form
 */
record FieldText(@Nullable String nullText, boolean emptyIsNull, boolean moments) {
  /**
   * Nothing stands for NULL, so an empty number is an error; dates are numbers of days, which is
   * left alone here.
   */
  static final FieldText OPEN_CSV = new FieldText(null, false, false);

  static FieldText lazySimple(Map<String, String> parameters) {
    return new FieldText(
        parameters.getOrDefault("serialization.null.format", "\\N"),
        true,
        !parameters.containsKey("timestamp.formats"));
  }

  org.apache.spark.sql.Column value(org.apache.spark.sql.Column field, Column column) {
    org.apache.spark.sql.Column value = typed(field, column);
    return nullText == null
        ? value
        : when(field.equalTo(lit(nullText)), nothing(column)).otherwise(value);
  }

  private org.apache.spark.sql.Column typed(org.apache.spark.sql.Column field, Column column) {
    DataType type = column.type();
    if (SparkTypes.of(type).equals(DataTypes.StringType)) {
      return new Fit(column.name()).apply(field, DataTypes.StringType, type);
    }
    String pattern = pattern(type);
    org.apache.spark.sql.Column wrong =
        raise_error(
                concat(
                    lit(
                        "Column "
                            + column.name()
                            + ", "
                            + type.hive()
                            + ", is not plainly in text: "),
                    field))
            .cast(SparkTypes.of(type));
    if (pattern == null) {
      return when(field.isNull(), nothing(column)).otherwise(wrong);
    }
    org.apache.spark.sql.Column value =
        when(field.isNull(), nothing(column)).when(field.rlike(pattern), cast(field, type));
    return (emptyIsNull ? value.when(field.equalTo(lit("")), nothing(column)) : value)
        .otherwise(wrong);
  }

  private static org.apache.spark.sql.Column cast(
      org.apache.spark.sql.Column field, DataType type) {
    org.apache.spark.sql.Column value = field.cast(SparkTypes.of(type));
    return type == Primitive.TIMESTAMP ? Fit.milliseconds(value) : value;
  }

  private static org.apache.spark.sql.Column nothing(Column column) {
    return lit(null).cast(SparkTypes.of(column.type()));
  }

  /** What every reader takes for a value of the type; null when that is not known. */
  private @Nullable String pattern(DataType type) {
    if (type instanceof DataType.Decimal decimal) {
      String fraction = decimal.scale() == 0 ? "" : "(\\.[0-9]{1," + decimal.scale() + "})?";
      return "^-?[0-9]+" + fraction + "$";
    }
    return type instanceof Primitive primitive ? pattern(primitive) : null;
  }

  private @Nullable String pattern(Primitive type) {
    return switch (type) {
      case BOOLEAN -> "^(?i:true|false)$";
      case TINYINT, SMALLINT, INTEGER, BIGINT -> "^-?[0-9]+$";
      case REAL, DOUBLE -> "^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$";
      case DATE -> moments ? "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" : null;
      case TIMESTAMP ->
          moments
              ? "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?$"
              : null;
      case STRING, BINARY, TIMESTAMP_WITH_TIME_ZONE, UNKNOWN -> null;
    };
  }
}
