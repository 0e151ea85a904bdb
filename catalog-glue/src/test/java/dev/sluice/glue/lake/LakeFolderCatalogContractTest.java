package dev.sluice.glue.lake;

import dev.sluice.Catalog;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LakeFolderCatalogContractTest extends CatalogContract {
  private final Path folder;

  LakeFolderCatalogContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Catalog catalog() {
    return Lake.in(folder)
        .tables(
            "web",
            Lake.table("unlisted", "datetime"),
            Lake.table("clicks", "datetime"),
            Lake.table("quiet", "datetime"),
            "{\"Name\": \"broken\", \"TableType\": \"EXTERNAL_TABLE\"}")
        .tables("ads", Lake.table("spend"))
        .partitions("web.clicks", Lake.partition("c"), Lake.partition("a"), Lake.partition("b"))
        .partitions("web.quiet")
        .open();
  }
}
