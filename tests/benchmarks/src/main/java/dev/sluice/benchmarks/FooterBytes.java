package dev.sluice.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.orc.OrcProto;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Files that are descriptions of themselves and no rows, put together from the formats' own
 * messages: four row groups or stripes with statistics, numbers and texts in turn.
 */
final class FooterBytes {
  private static final int GROUPS = 4;
  private static final int ROWS = 100_000;

  private FooterBytes() {}

  private static boolean isText(int column) {
    return column % 2 == 1;
  }

  static byte[] avro(int columns) throws IOException {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record("row").fields();
    for (int i = 0; i < columns; i++) {
      fields =
          isText(i) ? fields.optionalString("column_" + i) : fields.optionalLong("column_" + i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.create(fields.endRecord(), bytes);
    }
    return bytes.toByteArray();
  }

  static byte[] parquet(int columns) throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement("row").setNum_children(columns));
    for (int i = 0; i < columns; i++) {
      SchemaElement column = new SchemaElement("column_" + i);
      column.setRepetition_type(FieldRepetitionType.OPTIONAL);
      column.setType(isText(i) ? Type.BYTE_ARRAY : Type.INT64);
      if (isText(i)) {
        column.setConverted_type(ConvertedType.UTF8);
      }
      schema.add(column);
    }
    List<RowGroup> groups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      groups.add(parquetGroup(columns));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("PAR1".getBytes(UTF_8));
    int start = bytes.size();
    Util.writeFileMetaData(new FileMetaData(1, schema, (long) ROWS * GROUPS, groups), bytes);
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.write(length.putInt(bytes.size() - start).array());
    bytes.write("PAR1".getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static RowGroup parquetGroup(int columns) {
    List<ColumnChunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      ColumnMetaData column =
          new ColumnMetaData(
              isText(i) ? Type.BYTE_ARRAY : Type.INT64,
              List.of(Encoding.PLAIN, Encoding.RLE),
              List.of("column_" + i),
              CompressionCodec.SNAPPY,
              ROWS,
              800_000,
              400_000,
              4L + i * 400_000L);
      Statistics statistics = new Statistics().setNull_count(i);
      statistics.setMin_value(("from " + i).getBytes(UTF_8));
      statistics.setMax_value(("to " + i).getBytes(UTF_8));
      chunks.add(new ColumnChunk(0).setMeta_data(column.setStatistics(statistics)));
    }
    return new RowGroup(chunks, columns * 800_000L, ROWS);
  }

  static byte[] orc(int columns) throws IOException {
    OrcProto.Footer.Builder footer = OrcProto.Footer.newBuilder();
    OrcProto.Type.Builder row = OrcProto.Type.newBuilder().setKind(OrcProto.Type.Kind.STRUCT);
    for (int i = 0; i < columns; i++) {
      row.addFieldNames("column_" + i).addSubtypes(i + 1);
    }
    footer.addTypes(row).addStatistics(OrcProto.ColumnStatistics.newBuilder());
    for (int i = 0; i < columns; i++) {
      OrcProto.Type.Kind kind = isText(i) ? OrcProto.Type.Kind.STRING : OrcProto.Type.Kind.LONG;
      footer.addTypes(OrcProto.Type.newBuilder().setKind(kind));
      footer.addStatistics(
          OrcProto.ColumnStatistics.newBuilder()
              .setNumberOfValues(ROWS)
              .setStringStatistics(
                  OrcProto.StringStatistics.newBuilder()
                      .setMinimum("from " + i)
                      .setMaximum("to " + i)));
    }
    for (int stripe = 0; stripe < GROUPS; stripe++) {
      footer.addStripes(OrcProto.StripeInformation.newBuilder().setNumberOfRows(ROWS));
    }
    return orcFile(footer.setNumberOfRows((long) ROWS * GROUPS).build().toByteArray());
  }

  private static byte[] orcFile(byte[] footer) throws IOException {
    byte[] deflated = new byte[footer.length];
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(footer);
    deflater.finish();
    int length = deflater.deflate(deflated);
    deflater.end();
    byte[] postScript =
        OrcProto.PostScript.newBuilder()
            .setFooterLength(3L + length)
            .setCompression(OrcProto.CompressionKind.ZLIB)
            .setCompressionBlockSize(256 << 10)
            .setMagic("ORC")
            .build()
            .toByteArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("ORC".getBytes(UTF_8));
    int header = length << 1;
    bytes.write(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
    bytes.write(deflated, 0, length);
    bytes.write(postScript);
    bytes.write(postScript.length);
    return bytes.toByteArray();
  }
}
