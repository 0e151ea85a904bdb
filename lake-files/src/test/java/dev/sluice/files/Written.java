package dev.sluice.files;

import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.util.RandomData;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Files written by the formats' own libraries, and what is read of them here. */
final class Written {
  private Written() {}

  static Path avro(Path file, Schema schema, int rows) throws IOException {
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.deflateCodec(6));
      writer.create(schema, file.toFile());
      for (Object row : new RandomData(schema, rows, 7)) {
        writer.append(row);
      }
    }
    return file;
  }

  static Path avro(Path file, String schema) throws IOException {
    return avro(file, new Schema.Parser().parse(schema), 3);
  }

  static Path parquet(Path file, String schema) throws IOException {
    return parquet(file, MessageTypeParser.parseMessageType(schema), 3, 1 << 20);
  }

  static Path parquet(Path file, MessageType schema, int rows, long rowGroupSize)
      throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withRowGroupSize(rowGroupSize)
            .withMinRowCountForPageSizeCheck(1)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (int row = 0; row < rows; row++) {
        writer.write(ParquetValues.row(schema));
      }
    }
    return file;
  }

  static Path orc(Path file, String schema) throws IOException {
    return orc(file, TypeDescription.fromString(schema), CompressionKind.ZLIB, 3);
  }

  /** Rows of NULLs. */
  static Path orc(Path file, TypeDescription schema, CompressionKind compression, int rows)
      throws IOException {
    Configuration configuration = new Configuration(false);
    try (RawLocalFileSystem local = new RawLocalFileSystem()) {
      local.initialize(URI.create("file:///"), configuration);
      OrcFile.WriterOptions options =
          OrcFile.writerOptions(configuration)
              .fileSystem(local)
              .compress(compression)
              .setSchema(schema);
      try (Writer writer =
          OrcFile.createWriter(new org.apache.hadoop.fs.Path(file.toUri()), options)) {
        VectorizedRowBatch batch = schema.createRowBatch(Math.max(1, rows));
        batch.size = rows;
        for (var column : batch.cols) {
          column.noNulls = false;
          Arrays.fill(column.isNull, true);
        }
        writer.addRowBatch(batch);
      }
    }
    return file;
  }

  static FileSchema read(TableFormat format, Path file) {
    return new FileInspector(List.of(new LocalFiles()), new SchemaCache(1, null))
        .schema(format, lakeFile(file));
  }

  static FileSchema read(TableFormat format, byte[] bytes) {
    MemoryFiles files = new MemoryFiles();
    return new FileInspector(List.of(files), new SchemaCache(1, null))
        .schema(format, files.put("file", bytes, Instant.EPOCH));
  }

  static LakeFile lakeFile(Path file) {
    try {
      return new LakeFile(
          file.toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code name type}, one a column, in Hive's words. */
  static List<String> columns(FileSchema schema) {
    return schema.columns().stream()
        .map(column -> column.name() + " " + column.type().hive())
        .toList();
  }

  /** {@code CODE path}, one a finding. */
  static List<String> findings(FileSchema schema) {
    return schema.findings().stream()
        .map(finding -> (finding.code() + " " + finding.path()).strip())
        .toList();
  }
}
