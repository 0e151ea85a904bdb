package dev.sluice.glue.live;

import dev.sluice.Catalog;
import dev.sluice.glue.lake.LakeFolderCatalog;
import java.nio.file.Path;

class LakeFolderEditorContractTest extends EditableCatalogContract {
  @Override
  Catalog open(Path lake) {
    return LakeFolderCatalog.open(lake);
  }

  /** By the system's clock. */
  @Override
  void later() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
  }
}
