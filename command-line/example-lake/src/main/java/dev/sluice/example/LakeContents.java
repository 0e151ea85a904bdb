package dev.sluice.example;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.RowFile;
import dev.sluice.example.glue.GlueCatalog;
import dev.sluice.example.glue.WrittenTable;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Web;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the tables' files, then the catalog, then the README. */
final class LakeContents {
  private final PrintStream progress;

  LakeContents(PrintStream progress) {
    this.progress = progress;
  }

  void write(Path lake) throws IOException {
    List<WrittenTable> written = new ArrayList<>();
    for (ExampleTable table : Web.tables()) {
      written.add(write(lake, table));
    }
    GlueCatalog.write(lake, written);
    Files.writeString(lake.resolve("README.md"), LakeReadme.of(written));
  }

  private WrittenTable write(Path lake, ExampleTable table) throws IOException {
    RowFile format = table.format().files();
    Map<ExampleTable.Part, Integer> rowCounts = new LinkedHashMap<>();
    for (ExampleTable.Part part : table.parts()) {
      Path folder = Files.createDirectories(lake.resolve(table.location(part)));
      List<Row> rows = part.rows().get();
      format.write(
          folder.resolve("part-00000." + table.format().extension()), part.fileColumns(), rows);
      rowCounts.put(part, rows.size());
    }
    WrittenTable written = new WrittenTable(table, rowCounts);
    progress.printf(
        Locale.ROOT,
        "%-22s %2d files %,7d rows%n",
        table.qualifiedName(),
        rowCounts.size(),
        written.rows());
    progress.flush();
    return written;
  }
}
