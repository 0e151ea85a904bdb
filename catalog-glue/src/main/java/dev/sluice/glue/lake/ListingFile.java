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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

  /**
   * Writes the listing anew, or leaves it alone where nothing in it changes. As it was, it is kept
   * beside.
   */
  Optional<Written> rewrite(EntryEdits edits) {
    AtomicReference<@Nullable Path> kept = new AtomicReference<>();
    return written(replaced((target, fresh) -> copy(target, fresh, edits), kept::set), kept);
  }

  /** The same, where nobody wants it as it was. */
  boolean replace(EntryEdits edits) {
    return replaced((target, fresh) -> copy(target, fresh, edits), null);
  }

  /** Makes a listing without entries, unless there is one. */
  void make() {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      try (FolderLock lock = FolderLock.of(folder)) {
        if (!Files.exists(file)) {
          Path fresh = fresh(file);
          JSON.writer(AwsCommandText.printer())
              .writeValue(fresh.toFile(), Map.of(member, List.of()));
          Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw failed("cannot be written: " + e, e);
    }
  }

  /** Puts a file that was kept into the listing's place. */
  Optional<Written> restore(Path from) {
    AtomicReference<@Nullable Path> kept = new AtomicReference<>();
    boolean restored =
        replaced(
            (target, fresh) -> {
              boolean differs = Files.mismatch(from, target) >= 0;
              if (differs) {
                Files.copy(from, fresh);
              }
              return differs;
            },
            kept::set);
    return written(restored, kept);
  }

  private Optional<Written> written(boolean replaced, AtomicReference<@Nullable Path> kept) {
    return replaced
        ? Optional.of(new Written(file.toString(), Objects.requireNonNull(kept.get())))
        : Optional.empty();
  }

  /** Makes the file that comes into another's place. */
  private interface Making {
    /** Whether it is to come there. */
    boolean make(Path target, Path fresh) throws IOException;
  }

  /**
   * Whoever writes through here waits for the others; whoever writes otherwise is noticed.
   *
   * @param keeping told where the file is kept as it was; null to keep nothing
   */
  private boolean replaced(Making making, @Nullable Consumer<Path> keeping) {
    try {
      Path target = file.toRealPath();
      try (FolderLock lock = FolderLock.of(Objects.requireNonNull(target.getParent()))) {
        return replaced(target, making, keeping);
      }
    } catch (JsonProcessingException e) {
      throw failed("cannot be understood: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw failed("cannot be written: " + e, e);
    }
  }

  private boolean replaced(Path target, Making making, @Nullable Consumer<Path> keeping)
      throws IOException {
    Stamp before = Stamp.of(target);
    Path fresh = fresh(target);
    try {
      if (!making.make(target, fresh)) {
        return false;
      }
      if (!Stamp.of(target).equals(before)) {
        throw failed("was changed by somebody else meanwhile; nothing was written", null);
      }
      if (keeping != null) {
        String name = target.getFileName() + "." + AwsCommandText.time(clock) + ".old";
        keeping.accept(
            Files.copy(target, target.resolveSibling(name), StandardCopyOption.COPY_ATTRIBUTES));
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path fresh(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
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
      if (edits.removes(entry)) {
        changed = true;
        continue;
      }
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
