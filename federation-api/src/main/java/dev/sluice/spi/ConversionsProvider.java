package dev.sluice.spi;

import dev.sluice.Sluice;

/** Makes what converts. Making it must start nothing. */
public interface ConversionsProvider {

  /**
   * @param sluice whose catalog and engines are used
   */
  Conversions open(Sluice sluice);
}
