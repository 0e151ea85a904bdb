package dev.sluice.glue.lake;

import dev.sluice.Catalog;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.CatalogProvider;
import java.util.Optional;

/** Opens the lake folder that a configuration names; found by {@code ServiceLoader}. */
public final class LakeFolderCatalogProvider implements CatalogProvider {
  @Override
  public Optional<Catalog> open(SluiceConfiguration configuration) {
    return configuration.lake().map(LakeFolderCatalog::open);
  }
}
