package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Names that an engine may cut, so that two of them become one. */
final class NameDetector implements NodeDetector {
  private static final int MOST_BYTES = 127;

  /** Of one UTF-16 unit, in UTF-8. */
  private static final int MOST_BYTES_OF_ONE = 3;

  @Override
  public Set<Capability> detects() {
    return Set.of(Capability.LONG_NAME);
  }

  @Override
  public Set<SqlKind> kinds() {
    return Set.of(SqlKind.IDENTIFIER);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    for (String name : ((SqlIdentifier) node).names) {
      if (isLong(name)) {
        visit.requirements().add(Capability.LONG_NAME, node);
      }
    }
  }

  private static boolean isLong(String name) {
    return name.length() > MOST_BYTES / MOST_BYTES_OF_ONE
        && name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }
}
