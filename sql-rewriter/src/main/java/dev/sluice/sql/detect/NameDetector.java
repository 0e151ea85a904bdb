package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;

/** Names that an engine may cut, so that two of them become one. */
final class NameDetector implements Detector {
  private static final int MOST_BYTES = 127;

  @Override
  public Set<Capability> detects() {
    return Set.of(Capability.LONG_NAME);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    TreeWalk.walk(
        subject.bound().root(),
        node -> {
          if (node instanceof SqlIdentifier id
              && id.names.stream().anyMatch(NameDetector::isLong)) {
            requirements.add(Capability.LONG_NAME, id);
          }
          return true;
        });
  }

  private static boolean isLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }
}
