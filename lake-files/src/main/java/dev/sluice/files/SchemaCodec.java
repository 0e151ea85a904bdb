package dev.sluice.files;

import dev.sluice.Column;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import dev.sluice.files.SchemaCache.Entry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What was read of files, in bytes: a version, each schema once, the files with the number of
 * theirs, a sum over all of it. Reading bytes that were not written here, or by another version,
 * ends in some unchecked exception, and soon.
 */
final class SchemaCodec {
  /** Raised whenever the bytes, or what readers make of a file, change. */
  private static final int VERSION = 3;

  private static final int SUM = Long.BYTES;

  private SchemaCodec() {}

  static byte[] write(List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      IdentityHashMap<FileSchema, Integer> numbers = new IdentityHashMap<>();
      List<FileSchema> schemas = new ArrayList<>();
      for (Entry entry : entries) {
        if (numbers.putIfAbsent(entry.schema(), schemas.size()) == null) {
          schemas.add(entry.schema());
        }
      }
      out.writeInt(VERSION);
      out.writeInt(schemas.size());
      for (FileSchema schema : schemas) {
        schema(out, schema);
      }
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        key(out, entry.key());
        out.writeInt(numbers.getOrDefault(entry.schema(), -1));
      }
      out.writeLong(sum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  static List<Entry> read(byte[] bytes) {
    int length = bytes.length - SUM;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getLong(length) != sum(bytes, length) || in.getInt() != VERSION) {
      throw new IllegalArgumentException("Not what was written");
    }
    List<FileSchema> schemas = new ArrayList<>();
    for (int more = in.getInt(); more > 0; more--) {
      schemas.add(schema(in));
    }
    List<Entry> entries = new ArrayList<>();
    for (int more = in.getInt(); more > 0; more--) {
      entries.add(new Entry(key(in), schemas.get(in.getInt())));
    }
    return entries;
  }

  private static long sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static void key(DataOutputStream out, SchemaCache.Key key) throws IOException {
    TypeCodec.text(out, key.format().name());
    TypeCodec.text(out, key.file().path());
    out.writeLong(key.file().size());
    TypeCodec.text(out, key.file().modified().toString());
  }

  private static SchemaCache.Key key(ByteBuffer in) {
    TableFormat format = TableFormat.valueOf(TypeCodec.text(in));
    String path = TypeCodec.text(in);
    long size = in.getLong();
    Instant modified = Instant.parse(TypeCodec.text(in));
    return new SchemaCache.Key(format, new LakeFile(path, size, modified));
  }

  private static void schema(DataOutputStream out, FileSchema schema) throws IOException {
    out.writeBoolean(schema.sampled());
    out.writeInt(schema.columns().size());
    for (Column column : schema.columns()) {
      TypeCodec.text(out, column.name());
      TypeCodec.type(out, column.type());
    }
    out.writeInt(schema.findings().size());
    for (FileFinding finding : schema.findings()) {
      TypeCodec.text(out, finding.code().name());
      TypeCodec.text(out, finding.path());
      TypeCodec.text(out, finding.text());
    }
  }

  private static FileSchema schema(ByteBuffer in) {
    boolean sampled = in.get() != 0;
    List<Column> columns = new ArrayList<>();
    for (int more = in.getInt(); more > 0; more--) {
      columns.add(new Column(TypeCodec.text(in), TypeCodec.type(in)));
    }
    List<FileFinding> findings = new ArrayList<>();
    for (int more = in.getInt(); more > 0; more--) {
      findings.add(
          new FileFinding(
              FileFinding.Code.valueOf(TypeCodec.text(in)),
              TypeCodec.text(in),
              TypeCodec.text(in)));
    }
    return new FileSchema(columns, sampled, findings);
  }
}
