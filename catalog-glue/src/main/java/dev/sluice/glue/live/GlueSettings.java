package dev.sluice.glue.live;

import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which catalog of Glue is read, and how long what it said is believed.
 *
 * @param catalogId the account whose catalog it is; the caller's own when left out
 * @param databases the only ones that are shown; all that the caller may see when left out
 * @param fresh how old an entry may be
 * @param cachedPartitions how many partitions are kept in memory at most
 */
record GlueSettings(
    Optional<String> catalogId,
    Optional<List<String>> databases,
    Duration fresh,
    long cachedPartitions) {
  private static final String SECTION = "glue";
  private static final List<String> KEYS =
      List.of("catalog-id", "databases", "cache-seconds", "cached-partitions");

  /**
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  static GlueSettings of(SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.glue().orElse(Map.of());
    Settings.requireKnown(SECTION, settings.keySet(), KEYS);
    return new GlueSettings(
        Optional.ofNullable(settings.get("catalog-id")),
        Optional.ofNullable(settings.get("databases")).map(GlueSettings::names),
        Duration.ofSeconds(whole(settings, "cache-seconds", 60, 86_400)),
        whole(settings, "cached-partitions", 1_000_000, 100_000_000));
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static long whole(Map<String, String> settings, String key, long otherwise, long most) {
    String text = settings.get(key);
    return text == null ? otherwise : Settings.whole(SECTION, key, text, 0, most);
  }
}
