package dev.sluice.standin.aws.athena;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result on disk, as it is written to S3, and found again by its rows. Values of queries are
 * always quoted and NULL is nothing at all; other statements give plain lines. Written by one
 * thread; read by several once it is closed.
 */
final class ResultFile implements AutoCloseable {
  private final Path path;
  private final boolean quoted;
  private final OutputStream out;
  private List<AthenaColumn> columns = List.of();
  private long[] starts = new long[1024];
  private int rows;
  private long length;

  /**
   * @param quoted for a query; other statements have no head and no quotes
   */
  ResultFile(Path path, boolean quoted) throws IOException {
    this.path = path;
    this.quoted = quoted;
    this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
  }

  Path path() {
    return path;
  }

  List<AthenaColumn> columns() {
    return columns;
  }

  /** How many rows there are, the head among them. */
  int rows() {
    return rows;
  }

  long length() {
    return length;
  }

  void columns(List<AthenaColumn> newColumns) throws IOException {
    columns = newColumns;
    if (quoted) {
      row(newColumns.stream().map(AthenaColumn::name).toList());
    }
  }

  void row(List<@Nullable String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        line.append(quoted ? ',' : '\t');
      }
      append(line, values.get(i));
    }
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    if (rows + 1 == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    out.write(bytes);
    length += bytes.length;
    starts[++rows] = length;
  }

  private void append(StringBuilder line, @Nullable String value) {
    if (value == null) {
      return;
    }
    if (quoted) {
      line.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      line.append(value);
    }
  }

  /** Rows from one to another, without it. */
  List<List<@Nullable String>> read(int from, int to) throws IOException {
    int size = (int) (starts[to] - starts[from]);
    byte[] bytes = new byte[size];
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(starts[from]);
      file.readFully(bytes);
    }
    List<List<@Nullable String>> read = new ArrayList<>();
    for (int row = from; row < to; row++) {
      int start = (int) (starts[row] - starts[from]);
      int end = (int) (starts[row + 1] - starts[from]) - 1;
      read.add(
          quoted
              ? values(bytes, start, end)
              : List.of(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
    }
    return read;
  }

  private static List<@Nullable String> values(byte[] bytes, int start, int end) {
    List<@Nullable String> values = new ArrayList<>();
    int at = start;
    while (true) {
      if (at == end || bytes[at] == ',') {
        values.add(null);
      } else {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (at++; bytes[at] != '"' || at + 1 < end && bytes[at + 1] == '"'; at++) {
          at += bytes[at] == '"' ? 1 : 0;
          value.write(bytes[at]);
        }
        at++;
        values.add(value.toString(StandardCharsets.UTF_8));
      }
      if (at == end) {
        return values;
      }
      at++;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
