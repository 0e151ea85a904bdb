package dev.sluice.sql.projection;

import dev.sluice.PartitionProjection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code s3://bucket/${year}/${month}/}: where the files of projected partitions are. */
record LocationTemplate(String text) {
  static final String NAME = "storage.location.template";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  static Optional<LocationTemplate> of(PartitionProjection projection) {
    return Optional.ofNullable(projection.properties().get(NAME)).map(LocationTemplate::new);
  }

  /** The keys that it does not name, in whatever letters. */
  List<String> lacks(List<String> keys) {
    String names = text.toLowerCase(Locale.ROOT);
    return keys.stream().filter(key -> !names.contains("${" + key + "}")).toList();
  }

  String location(Map<String, String> values) throws NotComputedException {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    StringBuilder location = new StringBuilder();
    while (placeholder.find()) {
      String value = values.get(placeholder.group(1));
      if (value == null) {
        throw new NotComputedException(
            NAME + " names " + placeholder.group() + ", which is no partition key");
      }
      placeholder.appendReplacement(location, Matcher.quoteReplacement(value));
    }
    return placeholder.appendTail(location).toString();
  }
}
