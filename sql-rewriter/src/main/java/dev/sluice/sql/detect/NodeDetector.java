package dev.sluice.sql.detect;

import java.util.Set;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Looks at single nodes of a query's tree, whatever the other detectors see. */
non-sealed interface NodeDetector extends Detector {

  /** The kinds of nodes that it is shown. */
  Set<SqlKind> kinds();

  /** Looks at a node of one of those kinds; they come from the top down, each once. */
  void detect(SqlNode node, Visit visit);
}
