package dev.sluice.sql.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Shows every node of a tree to those detectors that want its kind, in one walk. */
final class NodeDetectors {
  private final List<NodeDetector> all;
  private final Map<SqlKind, List<NodeDetector>> byKind = new EnumMap<>(SqlKind.class);

  NodeDetectors(NodeDetector... detectors) {
    all = List.of(detectors);
    for (NodeDetector detector : all) {
      for (SqlKind kind : detector.kinds()) {
        byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(detector);
      }
    }
  }

  List<NodeDetector> all() {
    return all;
  }

  void detect(SqlNode node, Visit visit) {
    List<NodeDetector> interested = byKind.get(node.getKind());
    if (interested != null) {
      for (int i = 0; i < interested.size(); i++) {
        interested.get(i).detect(node, visit);
      }
    }
  }
}
