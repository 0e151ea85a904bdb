package dev.sluice.files;

import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Avro's object container files: a map with the schema's text at the start, and sixteen bytes that
 * end the header and each block after it, so that a file that was cut shows.
 */
final class AvroHeader implements SchemaReader {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final String SCHEMA = "avro.schema";
  private static final int MARKER = 16;
  private static final int FIRST_READ = 16 << 10;

  @Override
  public FileSchema read(FileBytes bytes) throws IOException, BadFileException {
    Header header = header(bytes);
    ByteBuffer tail = ByteBuffer.wrap(bytes.read(bytes.size() - MARKER, MARKER));
    if (!tail.equals(header.marker)) {
      throw new BadFileException(Code.TRUNCATED, "The last block of the Avro file is not complete");
    }
    if (header.schema == null) {
      throw new BadFileException(Code.BROKEN, "The header of the Avro file has no " + SCHEMA);
    }
    // Other writers' names and defaults are what they are; only the shape is wanted.
    Schema schema =
        new Schema.Parser(NameValidator.NO_VALIDATION)
            .setValidateDefaults(false)
            .parse(header.schema);
    return AvroTypes.schema(schema);
  }

  /** Reads more until the header fits. */
  private static Header header(FileBytes bytes) throws IOException, BadFileException {
    for (long wanted = FIRST_READ; ; wanted *= 8) {
      int length = (int) Math.min(Math.min(wanted, MOST_BYTES), bytes.size());
      ByteBuffer head = ByteBuffer.wrap(bytes.read(0, length));
      if (length < MAGIC.length || !Arrays.equals(head.array(), 0, 4, MAGIC, 0, 4)) {
        throw BadFileException.unlike("an Avro file", MAGIC, bytes);
      }
      try {
        return header(head.position(MAGIC.length));
      } catch (BufferUnderflowException e) {
        if (length == bytes.size()) {
          throw new BadFileException(Code.TRUNCATED, "The Avro file ends within its header");
        }
        if (length == MOST_BYTES) {
          throw new BadFileException(Code.TOO_LARGE, "The Avro file's header is too large");
        }
      }
    }
  }

  private static Header header(ByteBuffer head) throws BadFileException {
    String schema = null;
    for (long entries = number(head); entries != 0; entries = number(head)) {
      if (entries < 0) {
        number(head); // how many bytes they take
      }
      for (long i = Math.abs(entries); i > 0; i--) {
        byte[] key = bytes(head);
        byte[] value = bytes(head);
        if (Arrays.equals(key, SCHEMA.getBytes(StandardCharsets.UTF_8))) {
          schema = new String(value, StandardCharsets.UTF_8);
        }
      }
    }
    byte[] marker = new byte[MARKER];
    head.get(marker);
    return new Header(schema, ByteBuffer.wrap(marker));
  }

  private static byte[] bytes(ByteBuffer head) throws BadFileException {
    long length = number(head);
    if (length < 0) {
      throw new BadFileException(Code.BROKEN, "The Avro file's header has a negative length");
    }
    if (length > head.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) length];
    head.get(bytes);
    return bytes;
  }

  /** A number in as many bytes as it needs, its sign in the lowest bit. */
  private static long number(ByteBuffer head) throws BadFileException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = head.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
    throw new BadFileException(Code.BROKEN, "The Avro file's header has a number without an end");
  }

  private record Header(@Nullable String schema, ByteBuffer marker) {}
}
