package dev.sluice.example.format;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcFile.WriterOptions;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;

/** ORC files, compressed with zlib; the column names in the files are lower case. */
public final class OrcFile implements RowFile {
  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    TypeDescription schema = TypeDescription.fromString(shape.hive());
    Configuration configuration = new Configuration(false);
    try (FileSystem files = localFiles(configuration);
        Writer writer =
            org.apache.orc.OrcFile.createWriter(
                new org.apache.hadoop.fs.Path(file.toUri()),
                options(configuration, files).setSchema(schema))) {
      VectorizedRowBatch batch = schema.createRowBatch();
      for (Row row : rows) {
        append(batch, shape, row);
        if (batch.size == batch.getMaxSize()) {
          writer.addRowBatch(batch);
          batch.reset();
        }
      }
      writer.addRowBatch(batch);
    }
  }

  private static WriterOptions options(Configuration configuration, FileSystem files) {
    return org.apache.orc.OrcFile.writerOptions(configuration)
        .fileSystem(files)
        .compress(CompressionKind.ZLIB)
        // Else the times would depend on the zone of the machine that writes.
        .useUTCTimestamp(true);
  }

  /** Without Hadoop's checksum files, which would lie beside the data. */
  private static FileSystem localFiles(Configuration configuration) throws IOException {
    FileSystem files = new RawLocalFileSystem();
    files.initialize(URI.create("file:///"), configuration);
    return files;
  }

  private static void append(VectorizedRowBatch batch, Type.Struct shape, Row row) {
    int index = batch.size++;
    for (int i = 0; i < batch.cols.length; i++) {
      Type.Field field = shape.fields().get(i);
      OrcVectors.set(batch.cols[i], index, field.type(), row.get(field.name()));
    }
  }
}
