package dev.sluice.spi;

import dev.sluice.Catalog;
import dev.sluice.SluiceConfiguration;
import java.util.Optional;

/** Opens the catalog that a configuration names. */
public interface CatalogProvider {

  /** The catalog, or empty when the configuration names none of this provider's kind. */
  Optional<Catalog> open(SluiceConfiguration configuration);
}
