package dev.sluice.sql.projection;

import dev.sluice.Column;
import dev.sluice.KeyRanges;
import dev.sluice.PartitionProjection;
import dev.sluice.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be told of a table's projection without computing it. */
public final class Projection {
  private static final Set<String> TYPES = Set.of("enum", "integer", "date", "injected");

  private Projection() {}

  /**
   * Why Athena fails at every query of a table: a key has no type of projection, or the template of
   * locations does not name it.
   */
  public static Optional<String> invalid(Table table) {
    PartitionProjection projection = table.projection().orElseThrow();
    List<String> keys = table.partitionKeys().stream().map(Column::name).toList();
    List<String> bare = keys.stream().filter(key -> projection.typeOf(key).isEmpty()).toList();
    if (!bare.isEmpty()) {
      return Optional.of(
          bare.stream()
              .map(key -> "projection." + key + ".type is missing")
              .collect(Collectors.joining(", ")));
    }
    return LocationTemplate.of(projection)
        .map(template -> template.lacks(keys))
        .filter(missing -> !missing.isEmpty())
        .map(missing -> LocationTemplate.NAME + " lacks ${" + String.join("}, ${", missing) + "}");
  }

  /** Keys whose value has to stand in the query, and does not. */
  public static List<String> valuesNotGiven(Table table, List<KeyRanges> ranges) {
    PartitionProjection projection = table.projection().orElseThrow();
    return table.partitionKeys().stream()
        .map(Column::name)
        .filter(key -> type(projection, key).equals("injected"))
        .filter(key -> InjectedKey.of(of(ranges, key)).value().isEmpty())
        .toList();
  }

  /** Empty if it has none. */
  private static String type(PartitionProjection projection, String key) {
    return new KeyProperties(projection, key).word("type").orElse("");
  }

  static Optional<KeyRanges> of(List<KeyRanges> ranges, String key) {
    return ranges.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  static ProjectedKey key(PartitionProjection projection, String key, List<KeyRanges> ranges)
      throws NotComputedException {
    KeyProperties properties = new KeyProperties(projection, key);
    String type = type(projection, key);
    return switch (type) {
      case "enum" -> EnumKey.of(properties);
      case "integer" -> IntegerKey.of(properties);
      case "date" -> DateKey.of(properties);
      case "injected" -> InjectedKey.of(of(ranges, key));
      default ->
          throw properties.problem("type", "is " + type + ", which is none of " + sorted(TYPES));
    };
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }
}
