package dev.sluice.spi;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import java.util.Optional;

/** Makes the client of one engine. Making it must start nothing: engines start on first use. */
public interface EngineProvider {

  EngineName name();

  /** The engine, or empty when the configuration does not set it up. */
  Optional<Engine> open(SluiceConfiguration configuration);
}
