package dev.sluice.files;

import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import dev.sluice.files.FileStore.NotAFileException;
import dev.sluice.files.LakeFileSchemas.Listing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists one location, looks into one file. Throws nothing but defects: whatever is wrong is a
 * finding. Safe for use by several threads.
 */
final class FileInspector {
  private final List<FileStore> stores;
  private final SchemaCache cache;

  FileInspector(List<FileStore> stores, SchemaCache cache) {
    this.stores = List.copyOf(stores);
    this.cache = cache;
  }

  Listing list(Storage storage) {
    String location = storage.location();
    FileStore store = location == null ? null : store(location);
    if (location == null || store == null) {
      String text = location == null ? "There is no location" : "Nothing here lists " + location;
      return Listing.failed(Code.UNREADABLE, text);
    }
    try {
      return new Listing(store.list(location), null);
    } catch (NoSuchFileException e) {
      return Listing.failed(Code.NO_SUCH_LOCATION, "There is no " + location);
    } catch (IOException e) {
      return Listing.failed(Code.UNREADABLE, location + " cannot be listed: " + words(e));
    }
  }

  private @Nullable FileStore store(String location) {
    return stores.stream().filter(store -> store.holds(location)).findFirst().orElse(null);
  }

  FileSchema schema(TableFormat format, LakeFile file) {
    SchemaReader reader = reader(format, file.path());
    if (reader == null) {
      String text =
          "Files of format %s do not say here which columns they have"
              .formatted(format.name().toLowerCase(Locale.ROOT));
      return FileSchema.unknown(Code.UNSUPPORTED_FORMAT, text);
    }
    if (file.size() == 0) {
      return FileSchema.unknown(Code.EMPTY_FILE, "The file holds no bytes");
    }
    SchemaCache.Key key = new SchemaCache.Key(format, file);
    Optional<FileSchema> known = cache.get(key);
    return known.isPresent() ? known.get() : read(key, reader);
  }

  private static @Nullable SchemaReader reader(TableFormat format, String path) {
    return switch (format) {
      case PARQUET -> new ParquetFooter();
      case ORC -> new OrcFooter();
      case AVRO -> new AvroHeader();
      case JSON_OPENX, JSON_HIVE -> new JsonSample(path.toLowerCase(Locale.ROOT).endsWith(".gz"));
      case ION,
          CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          ICEBERG,
          HUDI,
          DELTA,
          SYMLINK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          null;
    };
  }

  /** What the content says is kept; what the moment says, such as a lost connection, is not. */
  private FileSchema read(SchemaCache.Key key, SchemaReader reader) {
    FileStore store = store(key.file().path());
    if (store == null) {
      return FileSchema.unknown(Code.UNREADABLE, "Nothing here reads " + key.file().path());
    }
    try (FileBytes bytes = store.open(key.file())) {
      return cache.put(key, understood(bytes, reader));
    } catch (NotAFileException e) {
      return FileSchema.unknown(Code.NOT_A_FILE, "It is no file that holds bytes of its own");
    } catch (NoSuchFileException e) {
      return FileSchema.unknown(Code.NOT_INSPECTED, "A file was gone before it was its turn");
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      return FileSchema.unknown(Code.NOT_INSPECTED, "Looking into the file was interrupted");
    } catch (IOException e) {
      return FileSchema.unknown(Code.UNREADABLE, "The file cannot be read: " + words(e));
    }
  }

  private static FileSchema understood(FileBytes bytes, SchemaReader reader) throws IOException {
    try {
      return bytes.size() == 0
          ? FileSchema.unknown(Code.EMPTY_FILE, "The file holds no bytes")
          : reader.read(bytes);
    } catch (BadFileException e) {
      return e.schema();
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries have many ways to say it.
      return FileSchema.unknown(
          Code.BROKEN, "What the file says of its columns cannot be understood");
    }
  }

  private static String words(IOException e) {
    return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
  }
}
