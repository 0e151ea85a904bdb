package dev.sluice.files;

import static dev.sluice.TableFormat.JSON_OPENX;
import static dev.sluice.files.Written.columns;
import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.FileSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {
  private final Path folder;

  JsonFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FileSchema read(String text) throws IOException {
    return Written.read(JSON_OPENX, Files.writeString(folder.resolve("a.json"), text));
  }

  private FileSchema readGzip(byte[] compressed) throws IOException {
    return Written.read(JSON_OPENX, Files.write(folder.resolve("a.json.gz"), compressed));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void gathersTheColumnsOfAllRows() throws IOException {
    FileSchema schema =
        read(
            """
            {"Id": 1, "name": "a", "ok": true, "price": 1.5, "none": null}
            {"id": 2, "more": 12345678901234567890, "none": null}

            {"id": 3, "price": 2, "tags": ["x", null], "o": {"p": {"q": [1, 2.5]}}, "e": [], "z": {}}
            """);
    assertThat(columns(schema))
        .containsExactly(
            "id tinyint",
            "name string",
            "ok boolean",
            "price double",
            "none void",
            "more decimal(38,0)",
            "tags array<string>",
            "o struct<p:struct<q:array<double>>>",
            "e array<void>",
            "z void");
    assertThat(schema.sampled()).isTrue();
    assertThat(schema.findings()).isEmpty();
  }

  @Test
  void tellsHowManyBitsWholeNumbersNeed() throws IOException {
    assertThat(
            columns(
                read(
                    """
                    {"a": -128, "b": 128, "c": -32769, "d": 2147483648, "e": 7, "f": 5000000000}
                    {"a": 127, "b": 0, "c": 1, "d": 2, "e": 12345678901234567890, "f": 0.5}
                    """)))
        .containsExactly(
            "a tinyint", "b smallint", "c int", "d bigint", "e decimal(38,0)", "f double");
  }

  @Test
  void tellsWhereRowsDisagree() throws IOException {
    FileSchema schema =
        read(
            """
            {"a": 1, "b": {"c": "x"}, "d": [1]}
            {"a": "1", "b": {"c": [1]}, "d": ["x"], "e": true}
            {"e": 0}
            """);
    assertThat(findings(schema))
        .containsExactly(
            "TYPE_CONFLICT a", "TYPE_CONFLICT b.c", "TYPE_CONFLICT d.element", "TYPE_CONFLICT e");
    assertThat(schema.findings().get(0).text()).contains("whole numbers, text");
    assertThat(columns(schema)).contains("a whole numbers, text");
  }

  @Test
  void readsOnPastBrokenRows() throws IOException {
    FileSchema schema = read("{\"a\": 1}\n{\"a\": \nnope\n[1]\n{\"b\": 2} {\"c\": 3}\n{\"b\": 2}");
    assertThat(columns(schema)).containsExactly("a tinyint", "b tinyint");
    assertThat(findings(schema)).containsOnly("BROKEN_ROW");
    assertThat(schema.findings()).extracting(finding -> finding.text()).hasSize(4);
    assertThat(schema.problem()).isEmpty();
  }

  @Test
  void refusesFilesWithoutARowOfJson() throws IOException {
    assertThat(findings(read("id,name\n1,x\n"))).containsExactly("WRONG_FORMAT");
    assertThat(findings(read("{\n  \"a\": 1\n}\n"))).containsExactly("WRONG_FORMAT");
    assertThat(findings(read("[{\"a\": 1}]"))).containsExactly("WRONG_FORMAT");
  }

  @Test
  void findsNothingInBlankLines() throws IOException {
    FileSchema schema = read("\n  \r\n\n");
    assertThat(schema.columns()).isEmpty();
    assertThat(schema.findings()).isEmpty();
  }

  @Test
  void readsWindowsLineEndsAndAMark() throws IOException {
    assertThat(columns(read("\uFEFF{\"a\": 1}\r\n{\"b\": \"ü\"}\r\n")))
        .containsExactly("a tinyint", "b string");
  }

  @Test
  void readsGzip() throws IOException {
    assertThat(columns(readGzip(gzip("{\"a\": 1}\n{\"b\": 2}\n"))))
        .containsExactly("a tinyint", "b tinyint");
  }

  @Test
  void stopsAtItsBoundsWhateverTheyUnpackTo() throws IOException {
    String row = "{\"a\": \"%s\"}\n".formatted("x".repeat(1_000));
    assertThat(columns(readGzip(gzip(row.repeat(20_000))))).containsExactly("a string");
    assertThat(columns(read(row.repeat(3_000) + "{\"late\": 1}\n"))).containsExactly("a string");
    assertThat(findings(read("{\"a\": \"%s\"}".formatted("x".repeat(2 << 20)))))
        .containsExactly("TOO_LARGE");
  }

  @Test
  void refusesGzipThatWasCutOrIsNone() throws IOException {
    byte[] whole = gzip("{\"a\": 1}\n".repeat(100));
    for (int length = 1; length < whole.length; length++) {
      assertThat(findings(readGzip(Arrays.copyOf(whole, length))))
          .as("cut at %d", length)
          .containsExactly("TRUNCATED");
    }
    assertThat(findings(readGzip("{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("BROKEN");
  }

  @Test
  void takesRowsThatNestTooDeepForBroken() throws IOException {
    String deep = "{\"a\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    FileSchema schema = read(deep + "\n{\"b\": 1}\n");
    assertThat(columns(schema)).containsExactly("b tinyint");
    assertThat(findings(schema)).containsExactly("BROKEN_ROW");
  }

  @Test
  void saysWhenARowHasANameTwice() throws IOException {
    assertThat(findings(read("{\"a\": 1, \"A\": 2, \"s\": {\"x\": 1, \"x\": 2}}\n")))
        .containsExactly("DUPLICATE_NAME a", "DUPLICATE_NAME s.x");
  }
}
