package dev.sluice.cli;

import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;

/** How a command comes by a {@link Sluice}; the command closes it. */
@FunctionalInterface
interface SluiceFactory {
  Sluice open(SluiceConfiguration configuration);
}
