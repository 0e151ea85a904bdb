package dev.sluice.example.readback;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.MapColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.RecordReader;
import org.apache.orc.TypeDescription;
import org.jspecify.annotations.Nullable;

final class OrcReadBack implements ReadBack {
  @Override
  public List<Row> rows(Path file, Type.Struct shape) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Reader reader = open(file);
        RecordReader batches = reader.rows()) {
      VectorizedRowBatch batch = reader.getSchema().createRowBatch();
      while (batches.nextBatch(batch)) {
        for (int i = 0; i < batch.size; i++) {
          rows.add(row(shape, batch.cols, i));
        }
      }
    }
    return rows;
  }

  private static Reader open(Path file) throws IOException {
    return OrcFile.createReader(
        new org.apache.hadoop.fs.Path(file.toUri()),
        OrcFile.readerOptions(new Configuration(false)).useUTCTimestamp(true));
  }

  private static Row row(Type.Struct shape, ColumnVector[] vectors, int index) {
    Row row = new Row();
    for (int i = 0; i < vectors.length; i++) {
      Type.Field field = shape.fields().get(i);
      row.with(field.name(), value(field.type(), vectors[i], index));
    }
    return row;
  }

  private static @Nullable Object value(Type type, ColumnVector vector, int index) {
    int at = vector.isRepeating ? 0 : index;
    if (!vector.noNulls && vector.isNull[at]) {
      return null;
    }
    if (type instanceof Type.Struct struct) {
      return row(struct, ((StructColumnVector) vector).fields, at);
    }
    if (type instanceof Type.ArrayOf array) {
      ListColumnVector lists = (ListColumnVector) vector;
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = 0; i < lists.lengths[at]; i++) {
        elements.add(value(array.element(), lists.child, (int) lists.offsets[at] + i));
      }
      return elements;
    }
    if (type instanceof Type.MapOf map) {
      MapColumnVector maps = (MapColumnVector) vector;
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      for (int i = 0; i < maps.lengths[at]; i++) {
        int entry = (int) maps.offsets[at] + i;
        String key = ((BytesColumnVector) maps.keys).toString(maps.keys.isRepeating ? 0 : entry);
        entries.put(key, value(map.value(), maps.values, entry));
      }
      return entries;
    }
    if (type instanceof Type.Decimal decimal) {
      BigDecimal number =
          ((DecimalColumnVector) vector).vector[at].getHiveDecimal().bigDecimalValue();
      return number.setScale(decimal.scale());
    }
    return switch ((Type.Scalar) type) {
      case STRING -> ((BytesColumnVector) vector).toString(at);
      case BOOLEAN -> ((LongColumnVector) vector).vector[at] == 1;
      case TINYINT, INT -> (int) ((LongColumnVector) vector).vector[at];
      case BIGINT -> ((LongColumnVector) vector).vector[at];
      case FLOAT -> (float) ((DoubleColumnVector) vector).vector[at];
      case DOUBLE -> ((DoubleColumnVector) vector).vector[at];
      case DATE -> LocalDate.ofEpochDay(((LongColumnVector) vector).vector[at]);
      case TIMESTAMP -> Instant.ofEpochMilli(((TimestampColumnVector) vector).getTime(at));
    };
  }

  @Override
  public Map<String, String> schema(Path file) throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    try (Reader reader = open(file)) {
      collect("", reader.getSchema(), paths);
    }
    return paths;
  }

  private static void collect(String path, TypeDescription type, Map<String, String> paths) {
    paths.put(path, type.getCategory().getName());
    String prefix = path.isEmpty() ? "" : path + ".";
    if (type.getCategory() == TypeDescription.Category.STRUCT) {
      for (int i = 0; i < type.getChildren().size(); i++) {
        collect(prefix + type.getFieldNames().get(i), type.getChildren().get(i), paths);
      }
    } else if (type.getCategory() == TypeDescription.Category.LIST) {
      collect(prefix + "element", type.getChildren().get(0), paths);
    }
  }
}
