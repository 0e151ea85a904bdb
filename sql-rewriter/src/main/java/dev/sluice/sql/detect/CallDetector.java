package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;

/** Holds every call of a query against a list of needs. */
final class CallDetector implements Detector {
  private final List<CallNeed> needs;

  CallDetector(List<CallNeed> needs) {
    this.needs = List.copyOf(needs);
  }

  @Override
  public Set<Capability> detects() {
    return needs.stream().map(CallNeed::capability).collect(Collectors.toSet());
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    TreeWalk.walk(
        subject.bound().root(),
        node -> {
          if (node instanceof SqlCall call) {
            for (CallNeed need : needs) {
              if (need.isShownBy().test(subject.bound(), call)) {
                requirements.add(need.capability(), call);
              }
            }
          }
          return true;
        });
  }
}
