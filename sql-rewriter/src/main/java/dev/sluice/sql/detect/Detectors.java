package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All detectors, in the order in which reasons are told. */
public final class Detectors {
  private static final List<Detector> ALL =
      List.of(
          new TableDetector(),
          new ReadDetector(),
          new NestedDetector(),
          new UnnestDetector(),
          new JoinDetector(),
          new SyntaxDetector(),
          new CorrelationDetector(),
          new WindowDetector(),
          new NameDetector(),
          new ValueDetector());

  private Detectors() {}

  /** What the query needs of an engine. */
  public static List<Requirement> detect(Subject subject) {
    Requirements requirements = new Requirements();
    ALL.forEach(detector -> detector.detect(subject, requirements));
    return requirements.all();
  }

  /** Every capability that some detector can report. */
  public static Set<Capability> detectable() {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    ALL.forEach(detector -> all.addAll(detector.detects()));
    return all;
  }
}
