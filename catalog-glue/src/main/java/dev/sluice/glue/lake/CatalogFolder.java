package dev.sluice.glue.lake;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files a lake's {@code catalog} folder has. Names of files ignore case, as Glue's do. */
record CatalogFolder(Path folder) {
  private static final String TABLES = ".tables.json";
  private static final String PARTITIONS = ".partitions.json";

  /** As {@link ListingFile} calls them. */
  private static final Pattern KEPT = Pattern.compile("(.+\\.json)\\.\\d{8}T\\d{9}Z\\.old");

  /**
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} when there is none
   */
  static CatalogFolder of(Path lake) {
    Path folder = lake.resolve("catalog");
    if (!Files.isDirectory(lake)) {
      throw missing(Files.exists(lake) ? lake + " is not a folder" : lake + " does not exist");
    }
    if (!Files.isDirectory(folder)) {
      throw missing(folder + (Files.exists(folder) ? " is not a folder" : " does not exist"));
    }
    return new CatalogFolder(folder);
  }

  private static SluiceException missing(String what) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "No lake here: "
            + what
            + ". A lake is a folder with catalog/DATABASE.tables.json in it, as"
            + " `aws glue get-tables --database-name DATABASE` prints it");
  }

  /** Databases by the names of their files, sorted. */
  List<String> databases() {
    return names().stream()
        .filter(name -> lower(name).endsWith(TABLES))
        .map(name -> lower(name).substring(0, name.length() - TABLES.length()))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  Optional<Path> tables(String database) {
    return file(database + TABLES);
  }

  /** Where the partitions of a table would lie; for messages. */
  String partitionsName(TableName table) {
    return folder + "/" + table + PARTITIONS;
  }

  Optional<Path> partitions(TableName table) {
    return file(table + PARTITIONS);
  }

  /**
   * The listing that a file was kept of; empty for a file that lies elsewhere or is called other.
   */
  Optional<Path> listingOf(Path kept) {
    Matcher name = KEPT.matcher(String.valueOf(kept.getFileName()));
    return folder.equals(kept.getParent()) && name.matches() && Files.isRegularFile(kept)
        ? Optional.of(folder.resolve(name.group(1)))
        : Optional.empty();
  }

  /**
   * Found among the names that are there, so that no name out of a query or a catalog leads out of
   * the folder.
   */
  private Optional<Path> file(String name) {
    List<String> found = names().stream().filter(each -> lower(each).equals(lower(name))).toList();
    if (found.size() > 1) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "%s has %s, which name the same in Glue; keep one of them"
              .formatted(folder, String.join(" and ", found)));
    }
    return found.stream().findFirst().map(folder::resolve);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE, "The folder " + folder + " cannot be listed: " + e, e);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
