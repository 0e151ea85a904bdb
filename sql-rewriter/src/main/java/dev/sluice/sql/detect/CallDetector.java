package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Holds every call of a query against those needs that its kind or its function may show. */
final class CallDetector implements NodeDetector {
  private final List<CallNeed> needs;
  private final Map<SqlKind, List<CallNeed>> byKind = new EnumMap<>(SqlKind.class);
  private final Map<String, List<CallNeed>> byFunction = new HashMap<>();

  @SafeVarargs
  CallDetector(List<CallNeed>... lists) {
    this.needs = Stream.of(lists).flatMap(List::stream).toList();
    for (CallNeed need : needs) {
      need.kinds().forEach(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(need));
      need.functions()
          .forEach(name -> byFunction.computeIfAbsent(name, n -> new ArrayList<>()).add(need));
    }
  }

  @Override
  public Set<Capability> detects() {
    return needs.stream().map(CallNeed::capability).collect(Collectors.toSet());
  }

  @Override
  public Set<SqlKind> kinds() {
    return Calls.KINDS;
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    if (node instanceof SqlCall call) {
      hold(call, byKind.getOrDefault(call.getKind(), List.of()), visit);
      if (Calls.isOfFunction(call)) {
        hold(call, byFunction.getOrDefault(Calls.name(call), List.of()), visit);
      }
    }
  }

  private static void hold(SqlCall call, List<CallNeed> needs, Visit visit) {
    for (int i = 0; i < needs.size(); i++) {
      CallNeed need = needs.get(i);
      if (need.isShownBy().test(visit.bound(), call)) {
        visit.requirements().add(need.capability(), call);
      }
    }
  }
}
