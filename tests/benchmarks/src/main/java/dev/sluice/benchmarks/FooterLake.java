package dev.sluice.benchmarks;

import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of small files, each folder of one format; five schemas a format. */
record FooterLake(Path folder, List<Storage> locations) {
  static final FooterLake NONE = new FooterLake(Path.of(""), List.of());

  private static final int SCHEMAS = 5;
  private static final int COLUMNS = 50;

  FooterLake {
    locations = List.copyOf(locations);
  }

  static FooterLake write(int files, int folders) throws IOException {
    Path folder = Files.createTempDirectory("sluice-footers");
    List<Storage> locations = new ArrayList<>();
    for (int i = 0; i < folders; i++) {
      TableFormat format =
          List.of(TableFormat.PARQUET, TableFormat.ORC, TableFormat.AVRO).get(i % 3);
      Path partition = Files.createDirectory(folder.resolve("p=" + i));
      byte[] file = file(format, COLUMNS + i % SCHEMAS);
      for (int number = 0; number < files / folders; number++) {
        Files.write(partition.resolve("part-" + number), file);
      }
      locations.add(Storage.of(format, partition.toString()));
    }
    return new FooterLake(folder, locations);
  }

  private static byte[] file(TableFormat format, int columns) throws IOException {
    return switch (format) {
      case PARQUET -> FooterBytes.parquet(columns);
      case ORC -> FooterBytes.orc(columns);
      default -> FooterBytes.avro(columns);
    };
  }

  Path cache() {
    return folder.resolve(".cache");
  }

  void deleteCache() throws IOException {
    delete(cache());
  }

  void delete() throws IOException {
    delete(folder);
  }

  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
