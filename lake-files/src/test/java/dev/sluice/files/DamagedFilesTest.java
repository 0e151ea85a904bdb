package dev.sluice.files;

import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.orc.OrcProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the bytes are, the answer is a finding: soon, and with little memory. */
class DamagedFilesTest {
  private static final long ENOUGH_MEMORY = 40 << 20;

  private final Path folder;

  DamagedFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path whole(TableFormat format) throws IOException {
    Path file = folder.resolve("whole." + format);
    return switch (format) {
      case AVRO ->
          Written.avro(
              file,
              """
              {"type": "record", "name": "row", "fields": [{"name": "a", "type": "int"},
                {"name": "s", "type": ["null", {"type": "array", "items": "string"}]}]}""");
      case PARQUET ->
          Written.parquet(
              file,
              """
              message row { required int32 a; optional group s (LIST) {
                repeated group list { optional binary element (UTF8); } } }""");
      case ORC -> Written.orc(file, "struct<a:int,s:array<string>>");
      case JSON_OPENX, JSON_HIVE -> Files.writeString(file, "{\"a\": 1, \"s\": [\"x\"]}\n");
      default -> throw new IllegalArgumentException("Not written here: " + format);
    };
  }

  private static FileSchema read(TableFormat format, byte[] bytes) {
    return Written.read(format, bytes);
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC"})
  void aFileCutAtAnyByteIsCalledTruncated(TableFormat format) throws IOException {
    byte[] whole = Files.readAllBytes(whole(format));
    FileSchema right = read(format, whole);
    assertThat(right.problem()).isEmpty();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      FileSchema schema = read(format, cut);
      if (format == TableFormat.AVRO && endsWithBlock(cut, whole)) {
        assertThat(schema).as("whole as far as it goes, %d", length).isEqualTo(right);
      } else {
        assertThat(findings(schema)).as("cut at %d", length).containsExactly("TRUNCATED");
        assertThat(schema.columns()).isEmpty();
      }
    }
  }

  /** An Avro file without its last blocks is one that never had them. */
  private static boolean endsWithBlock(byte[] cut, byte[] whole) {
    byte[] marker = Arrays.copyOfRange(whole, whole.length - 16, whole.length);
    return cut.length > 16
        && Arrays.equals(marker, Arrays.copyOfRange(cut, cut.length - 16, cut.length));
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC"})
  void aFileThatLostItsBeginningIsNeverReadWrongly(TableFormat format) throws IOException {
    byte[] whole = Files.readAllBytes(whole(format));
    FileSchema right = read(format, whole);
    for (int start = 1; start < whole.length; start++) {
      FileSchema schema = read(format, Arrays.copyOfRange(whole, start, whole.length));
      if (schema.problem().isEmpty()) {
        assertThat(schema).as("without the first %d", start).isEqualTo(right);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC", "JSON_HIVE"})
  void noChangedByteCostsMuchOrThrows(TableFormat format) throws IOException {
    byte[] whole = Files.readAllBytes(whole(format));
    Random random = new Random(11);
    Set<Code> met = EnumSet.noneOf(Code.class);
    for (int i = 0; i < 8_000; i++) {
      byte[] bytes = whole.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      long before = allocated();
      FileSchema schema = read(format, bytes);
      assertThat(allocated() - before).isLessThan(ENOUGH_MEMORY);
      schema.problem().map(FileFinding::code).ifPresent(met::add);
    }
    assertThat(met).isNotEmpty().doesNotContain(Code.UNREADABLE, Code.NOT_INSPECTED);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC", "JSON_OPENX"})
  void garbageIsOfAnotherFormat(TableFormat format) throws IOException {
    Random random = new Random(3);
    for (int i = 1; i < 300; i++) {
      byte[] bytes = new byte[i * 7];
      random.nextBytes(bytes);
      assertThat(findings(read(format, bytes))).containsExactly("WRONG_FORMAT");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC"})
  void aTextUnderAnotherNameIsOfAnotherFormat(TableFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("text.parquet"), "id,name\n1,x\n".repeat(5_000));
    assertThat(findings(Written.read(format, file))).containsExactly("WRONG_FORMAT");
  }

  @ParameterizedTest
  @EnumSource(names = {"AVRO", "PARQUET", "ORC", "JSON_OPENX"})
  void emptyFilesAndFoldersAreToldApart(TableFormat format) throws IOException {
    assertThat(findings(read(format, new byte[0]))).containsExactly("EMPTY_FILE");
    Path inside = Files.createDirectory(folder.resolve("folder.parquet"));
    Files.createFile(inside.resolve("x"));
    assertThat(findings(Written.read(format, inside))).containsExactly("NOT_A_FILE");
  }

  @Test
  void aFileThatIsGoneIsNotBroken() throws IOException {
    Path file = whole(TableFormat.ORC);
    var inspector = new FileInspector(List.of(new LocalFiles()), new SchemaCache(1, null));
    var gone = Written.lakeFile(file);
    Files.delete(file);
    assertThat(findings(inspector.schema(TableFormat.ORC, gone))).containsExactly("NOT_INSPECTED");
  }

  @Test
  void aFileOfOneFormatIsNotReadAsAnother() throws IOException {
    for (TableFormat format : EnumSet.of(TableFormat.AVRO, TableFormat.PARQUET, TableFormat.ORC)) {
      for (TableFormat other : EnumSet.of(TableFormat.AVRO, TableFormat.PARQUET, TableFormat.ORC)) {
        if (format != other) {
          byte[] bytes = Files.readAllBytes(whole(format));
          Files.delete(folder.resolve("whole." + format));
          assertThat(findings(read(other, bytes))).containsExactly("WRONG_FORMAT");
        }
      }
    }
  }

  @Test
  void aParquetFooterThatClaimsTwoGigabytesIsNotAllocated() throws IOException {
    byte[] whole = Files.readAllBytes(whole(TableFormat.PARQUET));
    for (int claim : new int[] {Integer.MAX_VALUE, -1, whole.length, whole.length - 11, 0}) {
      byte[] bytes = whole.clone();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, claim);
      assertThat(findings(read(TableFormat.PARQUET, bytes))).containsExactly("BROKEN");
    }
    byte[] end = {-1, -1, -1, 127, 'P', 'A', 'R', '1'};
    assertThat(findings(sparse(TableFormat.PARQUET, end))).containsExactly("TOO_LARGE");
  }

  @Test
  void anOrcFooterThatClaimsTwoGigabytesIsNotAllocated() throws IOException {
    assertThat(findings(read(TableFormat.ORC, orcEnd(Integer.MAX_VALUE))))
        .containsExactly("BROKEN");
    assertThat(findings(read(TableFormat.ORC, orcEnd(-1)))).containsExactly("BROKEN");
    assertThat(findings(sparse(TableFormat.ORC, orcEnd(Integer.MAX_VALUE))))
        .containsExactly("TOO_LARGE");
  }

  private static byte[] orcEnd(long footerLength) {
    byte[] postScript =
        OrcProto.PostScript.newBuilder()
            .setFooterLength(footerLength)
            .setCompression(OrcProto.CompressionKind.ZLIB)
            .setCompressionBlockSize(Long.MAX_VALUE)
            .setMagic("ORC")
            .build()
            .toByteArray();
    byte[] end = Arrays.copyOf(postScript, postScript.length + 1);
    end[postScript.length] = (byte) postScript.length;
    return end;
  }

  @Test
  void anAvroHeaderThatNeverEndsIsNotReadToTheEnd() throws IOException {
    Path file = folder.resolve("sparse.avro");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      // One entry whose key is two gigabytes long.
      sparse.write(new byte[] {'O', 'b', 'j', 1, 2, -2, -1, -1, -1, 15});
      sparse.setLength(3L << 30);
    }
    assertThat(findings(Written.read(TableFormat.AVRO, file))).containsExactly("TOO_LARGE");
  }

  private FileSchema sparse(TableFormat format, byte[] end) throws IOException {
    Path file = folder.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
      sparse.seek((3L << 30) - end.length);
      sparse.write(end);
      sparse.setLength(3L << 30);
    }
    return Written.read(format, file);
  }

  @Test
  void anEncryptedParquetFileSaysSo() throws IOException {
    byte[] bytes = Files.readAllBytes(whole(TableFormat.PARQUET));
    bytes[bytes.length - 1] = 'E';
    assertThat(findings(read(TableFormat.PARQUET, bytes))).containsExactly("ENCRYPTED");
  }

  @Test
  void aThriftListThatClaimsMoreThanTheFooterHoldsIsBroken() throws IOException {
    // Field 2, a list of structs, of 2^31 - 1 elements; then the same as a name's length.
    for (byte[] footer :
        new byte[][] {
          {0x29, -4, -1, -1, -1, -1, 7}, {0x29, 0x1C, 0x48, -1, -1, -1, -1, 7}, {0x19, 0x0C}
        }) {
      byte[] bytes = new byte[4 + footer.length + 8];
      ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      out.put(new byte[] {'P', 'A', 'R', '1'}).put(footer);
      out.putInt(footer.length).put(new byte[] {'P', 'A', 'R', '1'});
      long before = allocated();
      assertThat(findings(read(TableFormat.PARQUET, bytes))).containsExactly("BROKEN");
      assertThat(allocated() - before).isLessThan(ENOUGH_MEMORY);
    }
  }
}
