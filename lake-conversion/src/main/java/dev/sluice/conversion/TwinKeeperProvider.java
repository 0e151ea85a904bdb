package dev.sluice.conversion;

import dev.sluice.Sluice;
import dev.sluice.spi.Conversions;
import dev.sluice.spi.ConversionsProvider;
import java.time.Clock;

/** Lets queries read what was converted, of files of this machine. */
public final class TwinKeeperProvider implements ConversionsProvider {
  @Override
  public Conversions open(Sluice sluice) {
    return new TwinKeeper(sluice, new LocalFolders(), Clock.systemUTC());
  }
}
