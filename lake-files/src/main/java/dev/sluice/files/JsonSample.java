package dev.sluice.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The first rows of a file with one JSON object a line. What the columns are is gathered from them:
 * a JSON file says nothing of rows to come.
 *
 * @param gzip whether the file is compressed, which its name alone tells engines
 */
record JsonSample(boolean gzip) implements SchemaReader {
  private static final int MOST_READ = 1 << 20;
  private static final int MOST_ROWS = 1_000;
  private static final int MAX_DEPTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** The first bytes, decompressed, and whether these are all. */
  private static final class Head {
    private final byte[] bytes;
    private final boolean whole;

    Head(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }
  }

  @Override
  public FileSchema read(FileBytes bytes) throws IOException, BadFileException {
    byte[] read = bytes.read(0, (int) Math.min(MOST_READ, bytes.size()));
    boolean whole = read.length == bytes.size();
    return rows(gzip ? decompress(read, whole) : new Head(read, whole));
  }

  private static Head decompress(byte[] read, boolean whole) throws BadFileException {
    byte[] plain = new byte[MOST_READ];
    int size = 0;
    int more = 0;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(read))) {
      while (more >= 0 && size < plain.length) {
        size += more;
        more = in.read(plain, size, plain.length - size);
      }
    } catch (EOFException e) {
      if (whole) {
        throw new BadFileException(Code.TRUNCATED, "The compressed file ends too early");
      }
    } catch (IOException e) {
      throw new BadFileException(
          Code.BROKEN, "The file is named as gzip and cannot be decompressed");
    }
    return new Head(Arrays.copyOf(plain, size), whole && more < 0);
  }

  private static FileSchema rows(Head head) throws BadFileException {
    TypeNotes notes = new TypeNotes();
    JsonShape row = new JsonShape();
    int good = 0;
    int number = 0;
    int start = 0;
    for (int end = end(head, start); end >= 0 && number < MOST_ROWS; end = end(head, start)) {
      number++;
      if (!isBlank(head.bytes, start, end)) {
        if (take(head.bytes, start, end, row, notes)) {
          good++;
        } else {
          notes.note(Code.BROKEN_ROW, "", "Line %d is not one JSON object".formatted(number));
        }
      }
      start = end + 1;
    }
    if (number == 0) {
      throw new BadFileException(
          Code.TOO_LARGE, "The first line is longer than %d bytes".formatted(MOST_READ));
    }
    FileSchema schema = notes.schema(row.fields("", notes), true);
    if (good == 0 && !schema.findings().isEmpty()) {
      throw new BadFileException(Code.WRONG_FORMAT, "No line of the file is a JSON object");
    }
    return schema;
  }

  /** Where the line ends that starts there; negative for none, or for one that was cut. */
  private static int end(Head head, int start) {
    for (int i = start; i < head.bytes.length; i++) {
      if (head.bytes[i] == '\n') {
        return i;
      }
    }
    return head.whole && start < head.bytes.length ? head.bytes.length : -1;
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Takes a row in, unless it is broken somewhere. */
  private static boolean take(byte[] bytes, int start, int end, JsonShape row, TypeNotes notes)
      throws BadFileException {
    try {
      try (JsonParser trial = JSON.createParser(bytes, start, end - start)) {
        if (trial.nextToken() != JsonToken.START_OBJECT
            || trial.skipChildren().nextToken() != null) {
          return false;
        }
      }
      try (JsonParser parser = JSON.createParser(bytes, start, end - start)) {
        parser.nextToken();
        row.take(parser, "", notes);
      }
      return true;
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new BadFileException(Code.BROKEN, "The file is not text");
    }
  }
}
