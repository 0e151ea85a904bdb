package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.FileInspection;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.configuration.ConfigurationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which lake a command works on. */
final class LakeOptions {
  @ArgGroup private @Nullable Source source;

  /** One of the two, or neither. */
  static final class Source {
    @Option(
        names = "--lake",
        paramLabel = "DIR",
        description =
            "The lake folder: DIR/catalog holds what 'aws glue get-tables' and 'aws glue"
                + " get-partitions' print. Without --lake and --config: the example lake, once"
                + " 'sluice demo' has made it.")
    private @Nullable Path lake;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "A YAML file naming lake, matrix, policy and engines.")
    private @Nullable Path config;
  }

  /**
   * The configuration that was named, or the example lake's. What files say is kept from one
   * command to the next, where the configuration says, or where programs keep such things.
   */
  SluiceConfiguration.Builder configuration(Shell shell) {
    SluiceConfiguration.Builder builder = named(shell);
    FileInspection inspection = builder.build().fileInspection();
    return inspection.cacheFolder() != null
        ? builder
        : builder.fileInspection(inspection.withCacheFolder(UserFolders.ofProcess().fileSchemas()));
  }

  private SluiceConfiguration.Builder named(Shell shell) {
    if (source != null && source.config != null) {
      return ConfigurationFile.read(source.config);
    }
    Path lake = source == null ? null : source.lake;
    if (lake == null) {
      lake = shell.installation().defaultLake().orElseThrow(LakeOptions::noLake);
    } else if (!Files.isDirectory(lake)) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "No lake folder at " + lake + "; name a folder that has catalog/DATABASE.tables.json");
    }
    return SluiceConfiguration.builder().lake(lake);
  }

  private static SluiceException noLake() {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "No lake was named and there is no example lake yet; name one with --lake DIR or"
            + " --config FILE, or make the example lake with 'sluice demo'");
  }
}
