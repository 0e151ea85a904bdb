package dev.sluice.doctor;

import dev.sluice.EngineName;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Reading;
import java.util.List;
import java.util.Objects;

/**
 * Partitions that follow one another and have changed in the same way.
 *
 * @param changes none where all is as the table says
 * @param problem whether files of it cannot be read
 */
public record Stretch(PartitionRange range, List<Met> changes, boolean problem) {
  public Stretch {
    changes = List.copyOf(changes);
  }

  /** The worst that queries meet on an engine. */
  public Reading worst(EngineName engine) {
    return worst(changes, engine);
  }

  static Reading worst(List<Met> changes, EngineName engine) {
    return changes.stream()
        .map(met -> met.engines().get(engine))
        .filter(Objects::nonNull)
        .map(EvolutionCell::reading)
        .reduce(Reading.RIGHT, Reading::worse);
  }
}
