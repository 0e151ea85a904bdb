package dev.sluice.spectrum;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.spi.ScanPrice;
import dev.sluice.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How queries are sent to Redshift.
 *
 * @param url as Redshift's driver takes it: {@code jdbc:redshift://HOST:5439/DATABASE}, or {@code
 *     jdbc:redshift:iam://…} to sign in by IAM
 * @param properties of the driver: user, password, and whatever stands below {@code driver}
 * @param connections how many queries run at a time
 * @param fetchSize how many rows come at a time
 * @param timeout how long a query may take before it is cancelled
 * @param queryGroup the label of the queries, for queues and for looking them up
 * @param discover whether Redshift is asked which external schemas and tables of its own it has
 */
public record SpectrumSettings(
    String url,
    Map<String, String> properties,
    int connections,
    int fetchSize,
    Duration timeout,
    String queryGroup,
    boolean discover) {
  public static final EngineName SPECTRUM = EngineName.of("spectrum");

  /** The keys of engine {@code spectrum} that are the client's. */
  public static final List<String> KEYS =
      List.of(
          "url",
          "user",
          "password",
          "driver.PROPERTY",
          "connections",
          "fetch-size",
          "timeout-minutes",
          "query-group",
          "discover",
          ScanPrice.KEY);

  private static final String SECTION = Settings.section(SPECTRUM);
  private static final String DRIVER = "driver.";

  public SpectrumSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * @return empty when no URL is named, so that Redshift is not set up
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static Optional<SpectrumSettings> of(SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.engine(SPECTRUM);
    return Optional.ofNullable(settings.get("url"))
        .map(
            url ->
                new SpectrumSettings(
                    url(url),
                    properties(settings),
                    (int) whole(settings, "connections", 4, 100),
                    (int) whole(settings, "fetch-size", 1000, 1_000_000),
                    Duration.ofMinutes(whole(settings, "timeout-minutes", 30, 24 * 60)),
                    settings.getOrDefault("query-group", "sluice"),
                    Settings.truth(
                        SECTION, "discover", settings.getOrDefault("discover", "true"))));
  }

  /** The value is not repeated: a password may stand in it. */
  private static String url(String text) {
    if (!text.startsWith("jdbc:redshift:")) {
      throw Settings.invalid(SPECTRUM, "url", "is not jdbc:redshift://HOST:5439/DATABASE");
    }
    if (place(text).contains("@")) {
      throw Settings.invalid(
          SPECTRUM, "url", "has an @ in it; who signs in is said by 'user' and 'password'");
    }
    return text;
  }

  /** A URL without what it hands the driver, which both signs begin. */
  private static String place(String url) {
    return url.split("[?;]", 2)[0];
  }

  private static Map<String, String> properties(Map<String, String> settings) {
    Map<String, String> properties = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(DRIVER)) {
            properties.put(key.substring(DRIVER.length()), value);
          } else if (key.equals("user") || key.equals("password")) {
            properties.put(key, value);
          }
        });
    return properties;
  }

  private static long whole(Map<String, String> settings, String key, long otherwise, long most) {
    String text = settings.get(key);
    return text == null ? otherwise : Settings.whole(SECTION, key, text, 1, most);
  }

  /** Without the values of the driver's properties, and without what the URL hands the driver. */
  @Override
  public String toString() {
    String place = place(url);
    return place + (place.equals(url) ? " " : "?… ") + properties.keySet();
  }
}
