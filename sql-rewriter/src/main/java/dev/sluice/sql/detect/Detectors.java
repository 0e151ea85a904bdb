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
          new DriftDetector(),
          new PropertyDetector(),
          new ColumnDetector(),
          new FilesDetector(),
          new ReadDetector(),
          new NestedDetector(),
          new UnnestDetector(),
          new JoinDetector(),
          new SyntaxDetector(),
          new CorrelationDetector(),
          new WindowDetector(),
          new NameDetector(),
          new AliasDetector(),
          new LiteralDetector(),
          new GroupingDetector(),
          new LimitDetector(),
          new SetDetector(),
          new ValueDetector(),
          new CallDetector(NumberNeeds.ALL),
          new CallDetector(TextNeeds.ALL),
          new CallDetector(TimeNeeds.ALL),
          new CallDetector(AggregateNeeds.ALL));

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
    // How long a text is shows when it has been rewritten.
    all.add(Capability.LONG_QUERY);
    return all;
  }
}
