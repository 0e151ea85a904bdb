package dev.sluice.sql.detect;

import dev.sluice.sql.bind.BoundQuery;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Where a walk over a query's tree has come to. Belongs to one planning, and changes meanwhile. */
final class Visit {
  private final Subject subject;
  private final Requirements requirements;
  private @Nullable SqlNode parent;
  private int unnests;

  Visit(Subject subject, Requirements requirements) {
    this.subject = subject;
    this.requirements = requirements;
  }

  Subject subject() {
    return subject;
  }

  BoundQuery bound() {
    return subject.bound();
  }

  Requirements requirements() {
    return requirements;
  }

  /** The node right above; null at the top. */
  @Nullable SqlNode parent() {
    return parent;
  }

  /** Whether the node stands below an UNNEST. */
  boolean isInUnnest() {
    return unnests > 0;
  }

  void walk(SqlNode node, @Nullable SqlNode above, NodeDetectors detectors) {
    parent = above;
    detectors.detect(node, this);
    boolean isUnnest = node.getKind() == SqlKind.UNNEST;
    unnests += isUnnest ? 1 : 0;
    List<SqlNode> below = TreeWalk.below(node);
    for (int i = 0; i < below.size(); i++) {
      SqlNode child = below.get(i);
      if (child != null) {
        walk(child, node, detectors);
      }
    }
    unnests -= isUnnest ? 1 : 0;
  }
}
