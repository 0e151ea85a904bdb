package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;

/** Literals that an engine reads otherwise, or not at that length. */
final class LiteralDetector implements Detector {
  /** Amazon Athena User Guide, other-notable-limitations, 2026-04. */
  private static final int MOST_ELEMENTS = 254;

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.BACKSLASH, Capability.LONG_ARRAY);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    TreeWalk.walk(
        subject.bound().root(),
        node -> {
          if (node instanceof SqlCharStringLiteral text
              && text.getValueAs(String.class).indexOf('\\') >= 0) {
            requirements.add(Capability.BACKSLASH, node);
          } else if (node.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR
              && ((SqlCall) node).operandCount() > MOST_ELEMENTS) {
            int elements = ((SqlCall) node).operandCount();
            requirements.add(Capability.LONG_ARRAY, node, elements + " elements");
          }
          return true;
        });
  }
}
