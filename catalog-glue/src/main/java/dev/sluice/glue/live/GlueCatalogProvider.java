package dev.sluice.glue.live;

import dev.sluice.Catalog;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.CatalogProvider;
import java.util.Optional;

/** Opens the Glue Data Catalog where a configuration names it; found by {@code ServiceLoader}. */
public final class GlueCatalogProvider implements CatalogProvider {
  @Override
  public Optional<Catalog> open(SluiceConfiguration configuration) {
    return configuration.glue().isEmpty()
        ? Optional.empty()
        : Optional.of(GlueCatalog.open(configuration));
  }
}
