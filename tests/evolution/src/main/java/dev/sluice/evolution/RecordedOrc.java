package dev.sluice.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.hive.common.type.HiveDecimal;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;

/** ORC's own writer, fed with values as JSON. */
final class RecordedOrc {
  private RecordedOrc() {}

  static void write(Path file, RecordedColumn column) throws IOException {
    TypeDescription schema =
        TypeDescription.fromString("struct<id:int,c:" + column.written() + ">");
    Configuration configuration = new Configuration(false);
    try (FileSystem files = new RawLocalFileSystem()) {
      files.initialize(URI.create("file:///"), configuration);
      try (Writer writer =
          OrcFile.createWriter(
              new org.apache.hadoop.fs.Path(file.toUri()),
              OrcFile.writerOptions(configuration)
                  .fileSystem(files)
                  .setSchema(schema)
                  .useUTCTimestamp(true))) {
        VectorizedRowBatch batch = schema.createRowBatch();
        for (int row = 0; row < column.values().size(); row++) {
          batch.size++;
          ((LongColumnVector) batch.cols[0]).vector[row] = RecordedColumn.other(row);
          set(batch.cols[1], row, schema.getChildren().get(1), column.values().get(row));
        }
        writer.addRowBatch(batch);
      }
    }
  }

  private static void set(ColumnVector vector, int row, TypeDescription type, String value)
      throws IOException {
    set(vector, row, type, new ObjectMapper().readTree(value));
  }

  private static void set(ColumnVector vector, int row, TypeDescription type, JsonNode value) {
    if (value.isNull()) {
      vector.noNulls = false;
      vector.isNull[row] = true;
      return;
    }
    switch (type.getCategory()) {
      case BOOLEAN -> ((LongColumnVector) vector).vector[row] = value.booleanValue() ? 1 : 0;
      case BYTE, SHORT, INT, LONG -> ((LongColumnVector) vector).vector[row] = value.longValue();
      case DATE ->
          ((LongColumnVector) vector).vector[row] = LocalDate.parse(value.asText()).toEpochDay();
      case FLOAT, DOUBLE -> ((DoubleColumnVector) vector).vector[row] = value.doubleValue();
      case STRING, VARCHAR, CHAR, BINARY ->
          ((BytesColumnVector) vector).setVal(row, value.asText().getBytes(StandardCharsets.UTF_8));
      case DECIMAL -> ((DecimalColumnVector) vector).set(row, HiveDecimal.create(value.asText()));
      case TIMESTAMP, TIMESTAMP_INSTANT -> {
        TimestampColumnVector times = (TimestampColumnVector) vector;
        times.setIsUTC(true);
        times.set(row, Timestamp.from(Instant.parse(value.asText())));
      }
      case STRUCT -> {
        ColumnVector[] fields = ((StructColumnVector) vector).fields;
        for (int i = 0; i < fields.length; i++) {
          set(fields[i], row, type.getChildren().get(i), value.path(type.getFieldNames().get(i)));
        }
      }
      case LIST -> {
        ListColumnVector list = (ListColumnVector) vector;
        list.offsets[row] = list.childCount;
        list.lengths[row] = value.size();
        for (JsonNode element : value) {
          set(list.child, list.childCount++, type.getChildren().get(0), element);
        }
      }
      case MAP, UNION, Geometry, Geography ->
          throw new IllegalArgumentException("Not written here: " + type);
    }
  }
}
