package dev.sluice.example.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hive.common.type.HiveDecimal;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.MapColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.jspecify.annotations.Nullable;

/** Puts values into ORC's column vectors. */
final class OrcVectors {
  private OrcVectors() {}

  static void set(ColumnVector vector, int index, Type type, @Nullable Object value) {
    if (value == null) {
      vector.noNulls = false;
      vector.isNull[index] = true;
    } else if (type instanceof Type.Struct struct) {
      ColumnVector[] fields = ((StructColumnVector) vector).fields;
      for (int i = 0; i < fields.length; i++) {
        Type.Field field = struct.fields().get(i);
        set(fields[i], index, field.type(), ((Row) value).get(field.name()));
      }
    } else if (type instanceof Type.ArrayOf array) {
      setList((ListColumnVector) vector, index, array, (List<?>) value);
    } else if (type instanceof Type.MapOf map) {
      setMap((MapColumnVector) vector, index, map, (Map<?, ?>) value);
    } else if (type instanceof Type.Decimal) {
      ((DecimalColumnVector) vector).set(index, HiveDecimal.create((BigDecimal) value));
    } else {
      setScalar(vector, index, (Type.Scalar) type, value);
    }
  }

  private static void setList(
      ListColumnVector vector, int index, Type.ArrayOf type, List<?> elements) {
    int next = vector.childCount;
    vector.offsets[index] = next;
    vector.lengths[index] = elements.size();
    vector.childCount = next + elements.size();
    vector.child.ensureSize(vector.childCount, true);
    for (Object element : elements) {
      set(vector.child, next++, type.element(), element);
    }
  }

  private static void setMap(
      MapColumnVector vector, int index, Type.MapOf type, Map<?, ?> entries) {
    int next = vector.childCount;
    vector.offsets[index] = next;
    vector.lengths[index] = entries.size();
    vector.childCount = next + entries.size();
    vector.keys.ensureSize(vector.childCount, true);
    vector.values.ensureSize(vector.childCount, true);
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      set(vector.keys, next, Type.Scalar.STRING, entry.getKey());
      set(vector.values, next++, type.value(), entry.getValue());
    }
  }

  private static void setScalar(ColumnVector vector, int index, Type.Scalar type, Object value) {
    switch (type) {
      case STRING ->
          ((BytesColumnVector) vector)
              .setVal(index, ((String) value).getBytes(StandardCharsets.UTF_8));
      case BOOLEAN -> ((LongColumnVector) vector).vector[index] = (Boolean) value ? 1 : 0;
      case TINYINT, INT ->
          ((LongColumnVector) vector).vector[index] = Math.toIntExact(((Number) value).longValue());
      case BIGINT -> ((LongColumnVector) vector).vector[index] = ((Number) value).longValue();
      case FLOAT -> ((DoubleColumnVector) vector).vector[index] = (Float) value;
      case DOUBLE -> ((DoubleColumnVector) vector).vector[index] = (Double) value;
      case DATE -> ((LongColumnVector) vector).vector[index] = ((LocalDate) value).toEpochDay();
      case TIMESTAMP -> {
        TimestampColumnVector times = (TimestampColumnVector) vector;
        times.setIsUTC(true);
        times.set(index, Timestamp.from((Instant) value));
      }
    }
  }
}
