package dev.sluice.example.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Parquet files, compressed with Snappy. */
public final class ParquetFile implements RowFile {
  private final long rowGroupSize;

  public ParquetFile() {
    this(ParquetWriter.DEFAULT_BLOCK_SIZE);
  }

  /**
   * @param rowGroupSize about how many bytes of rows a group holds
   */
  public ParquetFile(long rowGroupSize) {
    this.rowGroupSize = rowGroupSize;
  }

  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    try (ParquetWriter<Row> writer =
        new Builder(file, shape)
            // Hadoop's own configuration would look for XML files and a file system first.
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(rowGroupSize)
            .build()) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    ParquetFooter.sortEncodings(file);
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Type.Struct shape;

    Builder(Path file, Type.Struct shape) {
      super(new LocalOutputFile(file));
      this.shape = shape;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new ParquetRows(shape);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new ParquetRows(shape);
    }
  }
}
