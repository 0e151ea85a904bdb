package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All detectors. The order of what they find says nothing: who weighs it sorts it. */
public final class Detectors {
  private static final List<QueryDetector> OF_QUERIES =
      List.of(
          new TableDetector(),
          new DriftDetector(),
          new FilesDetector(),
          new TableKindDetector(),
          new PropertyDetector(),
          new ParameterDetector(),
          new ColumnDetector(),
          new AliasDetector());

  /** What only the tree as the user wrote it shows. */
  private static final NodeDetectors OF_WRITTEN = new NodeDetectors(new WrittenDetector());

  private static final NodeDetectors OF_BOUND =
      new NodeDetectors(
          new ReadDetector(),
          new HiddenColumnDetector(),
          new NestedDetector(),
          new UnnestDetector(),
          new JoinDetector(),
          new SyntaxDetector(),
          new CorrelationDetector(),
          new WindowDetector(),
          new NameDetector(),
          new LiteralDetector(),
          new GroupingDetector(),
          new LimitDetector(),
          new SetDetector(),
          new ValueDetector(),
          new CallDetector(NumberNeeds.ALL, TextNeeds.ALL, TimeNeeds.ALL, AggregateNeeds.ALL));

  private Detectors() {}

  /** What the query needs of an engine. */
  public static List<Requirement> detect(Subject subject) {
    Requirements requirements = new Requirements();
    for (QueryDetector detector : OF_QUERIES) {
      detector.detect(subject, requirements);
    }
    Visit visit = new Visit(subject, requirements);
    visit.walk(subject.bound().pristine(), null, OF_WRITTEN);
    visit.walk(subject.bound().root(), null, OF_BOUND);
    return requirements.all();
  }

  /** Every capability that some detector can report. */
  public static Set<Capability> detectable() {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    Stream.of(OF_QUERIES, OF_WRITTEN.all(), OF_BOUND.all())
        .flatMap(List::stream)
        .forEach(detector -> all.addAll(detector.detects()));
    // What an engine sees, and how long the text is that it gets, shows when it is weighed.
    all.add(Capability.DATABASE_NOT_VISIBLE);
    all.add(Capability.VIEW_WITHOUT_TEXT);
    all.add(Capability.LONG_QUERY);
    return all;
  }
}
