package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Literals that an engine reads otherwise, or not at that length. */
final class LiteralDetector implements NodeDetector {
  /** Amazon Athena User Guide, other-notable-limitations, 2026-04. */
  private static final int MOST_ELEMENTS = 254;

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.BACKSLASH, Capability.LONG_ARRAY);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.LITERAL, SqlKind.ARRAY_VALUE_CONSTRUCTOR);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    if (node instanceof SqlCharStringLiteral text) {
      if (text.getValueAs(String.class).indexOf('\\') >= 0) {
        visit.requirements().add(Capability.BACKSLASH, node);
      }
    } else if (node instanceof SqlCall array && array.operandCount() > MOST_ELEMENTS) {
      String elements = array.operandCount() + " elements";
      visit.requirements().add(Capability.LONG_ARRAY, node, elements);
    }
  }
}
