package dev.sluice.glue.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.glue.edit.EntryEdits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A listing that is written anew with some of its entries changed. Entries pass through one at a
 * time, so that a listing may be larger than memory would like; members stay in their order, those
 * that nobody knows among them, and numbers keep their digits.
 */
record ListingFile(Path file, String member, Clock clock) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  void read(Consumer<JsonNode> entries) {
    new Listing(file, member).read(entries::accept);
  }

  /** Writes the listing anew, or leaves it alone where nothing in it changes. */
  Optional<Written> rewrite(EntryEdits edits) {
    return replaced((target, fresh) -> copy(target, fresh, edits));
  }

  /** Puts a file that was kept into the listing's place. */
  Optional<Written> restore(Path kept) {
    return replaced(
        (target, fresh) -> {
          boolean differs = Files.mismatch(kept, target) >= 0;
          if (differs) {
            Files.copy(kept, fresh);
          }
          return differs;
        });
  }

  /** Makes the file that comes into another's place. */
  private interface Making {
    /** Whether it is to come there. */
    boolean make(Path target, Path fresh) throws IOException;
  }

  private Optional<Written> replaced(Making making) {
    try {
      Path target = file.toRealPath();
      Stamp before = Stamp.of(target);
      Path fresh = target.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
      try {
        if (!making.make(target, fresh)) {
          return Optional.empty();
        }
        if (!Stamp.of(target).equals(before)) {
          throw failed("was changed by somebody else meanwhile; nothing was written", null);
        }
        Path kept =
            target.resolveSibling(target.getFileName() + "." + AwsCommandText.time(clock) + ".old");
        Files.copy(target, kept, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(new Written(file.toString(), kept));
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (JsonProcessingException e) {
      throw failed("cannot be understood: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw failed("cannot be written: " + e, e);
    }
  }

  private record Stamp(long size, FileTime modified) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  /** Whether anything differs. */
  private boolean copy(Path from, Path to, EntryEdits edits) throws IOException {
    boolean changed = false;
    JsonFactory factory = JSON.getFactory();
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to);
        JsonParser parser = factory.createParser(in);
        JsonGenerator generator = factory.createGenerator(out)) {
      generator.setPrettyPrinter(AwsCommandText.printer());
      parser.nextToken();
      generator.writeStartObject();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        generator.writeFieldName(name);
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(member)) {
          changed |= list(parser, generator, edits);
        } else {
          generator.writeTree(parser.readValueAsTree());
        }
      }
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
    return changed;
  }

  private static boolean list(JsonParser parser, JsonGenerator generator, EntryEdits edits)
      throws IOException {
    boolean changed = false;
    generator.writeStartArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode entry = parser.readValueAsTree();
      JsonNode edited = edits.edited(entry);
      changed |= edited != entry;
      generator.writeTree(edited);
    }
    List<JsonNode> added = edits.added();
    for (JsonNode entry : added) {
      generator.writeTree(entry);
    }
    generator.writeEndArray();
    return changed || !added.isEmpty();
  }

  private SluiceException failed(String what, @Nullable Throwable cause) {
    return new SluiceException(
        ErrorCode.CATALOG_UNREADABLE, "The catalog's file " + file + " " + what, null, null, cause);
  }
}
