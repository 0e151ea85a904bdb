package dev.sluice.spark.client;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.EngineProvider;
import java.util.Optional;

/** Sets the embedded Spark up wherever a class path of Spark's is known. */
public final class SparkEngineProvider implements EngineProvider {

  @Override
  public EngineName name() {
    return SparkEngine.NAME;
  }

  /**
   * @throws dev.sluice.SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} for
   *     a setting that is unknown or makes no sense
   */
  @Override
  public Optional<Engine> open(SluiceConfiguration configuration) {
    return SparkSettings.of(
            configuration,
            CarriedJars.home(SparkEngineProvider.class).flatMap(SparkBeside::of),
            Optional.ofNullable(System.getenv("SPARK_HOME")),
            Optional.ofNullable(System.getProperty(SparkSettings.CLASS_PATH_PROPERTY)))
        .map(SparkEngine::new);
  }
}
