package dev.sluice;

import java.util.Map;
import java.util.Optional;

/**
 * Athena's partition projection as the table's parameters declare it: partitions are computed from
 * {@code projection.*} parameters and registered ones are ignored.
 *
 * @param properties every {@code projection.*} parameter and {@code storage.location.template}
 */
public record PartitionProjection(Map<String, String> properties) {
  public PartitionProjection {
    properties = Map.copyOf(properties);
  }

  /** {@code projection.KEY.type}: enum, integer, date or injected. */
  public Optional<String> typeOf(String key) {
    return Optional.ofNullable(properties.get("projection." + key + ".type"));
  }
}
