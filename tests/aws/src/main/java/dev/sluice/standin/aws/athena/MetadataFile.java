package dev.sluice.standin.aws.athena;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The file {@code ID.csv.metadata}, which AWS says is binary and no more of it. This is the shape
 * that burtcorp/athena-jdbc reads of Athena's own ({@code AthenaMetaDataParser}, looked at
 * 2026-11-27): protocol buffers, field 4 for each column, and in it catalog (1), name (4), label
 * (5), type (6), precision (7), scale (8), nullable (9; 3 for unknown) and case sensitivity (10).
 */
final class MetadataFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private MetadataFile() {}

  static byte[] of(List<AthenaColumn> columns) {
    MetadataFile file = new MetadataFile();
    for (AthenaColumn column : columns) {
      MetadataFile one = new MetadataFile();
      one.field(1, "hive".getBytes(StandardCharsets.UTF_8));
      one.field(4, column.name().getBytes(StandardCharsets.UTF_8));
      one.field(5, column.name().getBytes(StandardCharsets.UTF_8));
      one.field(6, column.type().getBytes(StandardCharsets.UTF_8));
      one.field(7, column.precision());
      one.field(8, column.scale());
      one.field(9, 3);
      one.field(10, column.isCaseSensitive() ? 1 : 0);
      file.field(4, one.bytes.toByteArray());
    }
    return file.bytes.toByteArray();
  }

  private void field(int number, byte[] content) {
    varint(number << 3 | 2);
    varint(content.length);
    bytes.writeBytes(content);
  }

  private void field(int number, int value) {
    varint(number << 3);
    varint(value);
  }

  private void varint(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }
}
