package dev.sluice.athena;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.spi.ScanPrice;
import dev.sluice.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How queries are sent to Athena.
 *
 * @param workgroup whose limits and bill they are
 * @param output where results are written, {@code s3://…}; the workgroup's own when left out
 * @param catalog Athena's name of the catalog that the tables are in
 * @param reuse how old an earlier result of the same text may be to be the answer; zero for none
 * @param timeout how long a query may take before it is stopped
 * @param fromS3 whether results are read from where they are written, and not through Athena
 */
public record AthenaSettings(
    String workgroup,
    Optional<String> output,
    String catalog,
    Duration reuse,
    Duration timeout,
    boolean fromS3) {
  public static final EngineName ATHENA = EngineName.of("athena");

  /** The keys of engine {@code athena} that are the client's. */
  public static final List<String> KEYS =
      List.of(
          "workgroup",
          "output",
          "catalog",
          "reuse-minutes",
          "timeout-minutes",
          "results",
          ScanPrice.KEY);

  private static final String SECTION = Settings.section(ATHENA);

  /** Results are reused for at most seven days (Athena User Guide, reusing-query-results). */
  private static final long MOST_REUSE_MINUTES = 7 * 24 * 60;

  /**
   * @return empty when neither a workgroup nor an output is named, so that Athena is not set up
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static Optional<AthenaSettings> of(SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.engine(ATHENA);
    if (!settings.containsKey("workgroup") && !settings.containsKey("output")) {
      return Optional.empty();
    }
    return Optional.of(
        new AthenaSettings(
            settings.getOrDefault("workgroup", "primary"),
            Optional.ofNullable(settings.get("output")).map(AthenaSettings::output),
            settings.getOrDefault("catalog", "AwsDataCatalog"),
            Duration.ofMinutes(whole(settings, "reuse-minutes", 0, 0, MOST_REUSE_MINUTES)),
            Duration.ofMinutes(whole(settings, "timeout-minutes", 30, 1, 24 * 60)),
            fromS3(settings.getOrDefault("results", "s3"))));
  }

  private static String output(String text) {
    if (!text.matches("s3://[^/]+(/.*)?")) {
      throw Settings.invalid(ATHENA, "output", "is '" + text + "', not s3://BUCKET/PREFIX/");
    }
    return text;
  }

  private static boolean fromS3(String text) {
    return switch (text) {
      case "s3" -> true;
      case "api" -> false;
      default -> throw Settings.invalid(ATHENA, "results", "is '" + text + "'; it is s3 or api");
    };
  }

  private static long whole(
      Map<String, String> settings, String key, long otherwise, long least, long most) {
    String text = settings.get(key);
    return text == null ? otherwise : Settings.whole(SECTION, key, text, least, most);
  }
}
