package dev.sluice.athena.client;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.spi.EngineProvider;
import java.util.Optional;

/** Makes Athena's client where a configuration names a workgroup or an output. */
public final class AthenaEngineProvider implements EngineProvider {
  @Override
  public EngineName name() {
    return AthenaSettings.ATHENA;
  }

  @Override
  public Optional<Engine> open(SluiceConfiguration configuration) {
    Optional<AthenaSettings> settings = AthenaSettings.of(configuration);
    return settings.isEmpty()
        ? Optional.empty()
        : Optional.of(AthenaEngine.open(configuration, settings.get()));
  }
}
