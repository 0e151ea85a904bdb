package dev.sluice.evolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a recorded column's file, with the format's own library where it has one. */
final class RecordedFile {
  private RecordedFile() {}

  static void write(Path file, RecordedColumn column) throws IOException {
    switch (column.format()) {
      case AVRO -> RecordedAvro.write(file, column);
      case PARQUET -> RecordedParquet.write(file, column);
      case ORC -> RecordedOrc.write(file, column);
      case JSON -> lines(file, column, "{\"id\":%d,\"c\":%s}");
      case TEXT -> lines(file, column, "%d\u0001%s");
      case CSV -> lines(file, column, "%d,%s");
    }
  }

  private static void lines(Path file, RecordedColumn column, String line) throws IOException {
    String text =
        IntStream.range(0, column.values().size())
            .mapToObj(row -> line.formatted(RecordedColumn.other(row), column.values().get(row)))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
