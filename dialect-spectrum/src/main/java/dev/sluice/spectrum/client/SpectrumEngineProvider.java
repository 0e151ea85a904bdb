package dev.sluice.spectrum.client;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.spi.EngineProvider;
import java.util.Optional;

/** Makes Redshift's client where a configuration names a URL. */
public final class SpectrumEngineProvider implements EngineProvider {
  @Override
  public EngineName name() {
    return SpectrumSettings.SPECTRUM;
  }

  @Override
  public Optional<Engine> open(SluiceConfiguration configuration) {
    return SpectrumSettings.of(configuration)
        .map(settings -> new SpectrumEngine(settings, configuration));
  }
}
