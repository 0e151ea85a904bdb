package dev.sluice.files;

import dev.sluice.FileFinding.Code;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.lzo.LzoDecompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.orc.OrcProto.CompressionKind;

/** ORC's chunks: three bytes of length, the lowest bit for those that are not compressed. */
final class OrcCompression {
  private static final int HEADER = 3;

  /** A chunk's length has 23 bits. */
  private static final int MOST_IN_BLOCK = 1 << 23;

  private OrcCompression() {}

  /**
   * @param blockSize the most that a chunk holds once decompressed, as the file claims
   */
  static byte[] decompress(CompressionKind kind, long blockSize, byte[] chunks)
      throws BadFileException {
    if (kind == CompressionKind.NONE) {
      return chunks;
    }
    Codec codec = codec(kind);
    byte[] block = new byte[(int) Math.max(0, Math.min(blockSize, MOST_IN_BLOCK))];
    ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.length * 2);
    for (int at = 0; at < chunks.length; ) {
      int header = chunks.length - at < HEADER ? -1 : header(chunks, at);
      int length = header >>> 1;
      at += HEADER;
      if (header < 0 || length > chunks.length - at) {
        throw new BadFileException(Code.BROKEN, "The ORC file's footer ends within a chunk");
      }
      if ((header & 1) == 1) {
        out.write(chunks, at, length);
      } else {
        out.write(block, 0, codec.decompress(chunks, at, length, block));
      }
      at += length;
      if (out.size() > SchemaReader.MOST_BYTES) {
        throw new BadFileException(Code.TOO_LARGE, "The ORC file's footer is too large");
      }
    }
    return out.toByteArray();
  }

  private static int header(byte[] chunks, int at) {
    return (chunks[at] & 0xFF) | ((chunks[at + 1] & 0xFF) << 8) | ((chunks[at + 2] & 0xFF) << 16);
  }

  private static Codec codec(CompressionKind kind) throws BadFileException {
    return switch (kind) {
      case ZLIB -> OrcCompression::inflate;
      case SNAPPY -> codec(new SnappyDecompressor());
      case LZO -> codec(new LzoDecompressor());
      case LZ4 -> codec(new Lz4Decompressor());
      case ZSTD -> codec(new ZstdDecompressor());
      case NONE, BROTLI ->
          throw new BadFileException(
              Code.UNSUPPORTED_COMPRESSION, "ORC files compressed by " + kind + " are not read");
    };
  }

  private static Codec codec(Decompressor decompressor) {
    return (in, at, length, block) ->
        decompressor.decompress(in, at, length, block, 0, block.length);
  }

  private static int inflate(byte[] in, int at, int length, byte[] block) throws BadFileException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(in, at, length);
      int size = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(block, size, block.length - size);
        if (more == 0) {
          throw new DataFormatException("The block does not end");
        }
        size += more;
      }
      return size;
    } catch (DataFormatException e) {
      throw new BadFileException(Code.BROKEN, "The ORC file's footer cannot be decompressed");
    } finally {
      inflater.end();
    }
  }

  /** Decompresses one chunk into the block. */
  private interface Codec {
    int decompress(byte[] in, int at, int length, byte[] block) throws BadFileException;
  }
}
