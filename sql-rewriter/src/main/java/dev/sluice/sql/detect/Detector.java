package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.Set;

/** Looks for what a query needs. Stateless. */
sealed interface Detector permits QueryDetector, NodeDetector {

  /** The capabilities that this detector can report. */
  Set<Capability> detects();
}
