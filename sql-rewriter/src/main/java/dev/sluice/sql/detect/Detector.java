package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.Set;

/** Looks for what a query needs. Stateless. */
public interface Detector {

  /** The capabilities that this detector can report. */
  Set<Capability> detects();

  void detect(Subject subject, Requirements requirements);
}
