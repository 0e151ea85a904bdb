package dev.sluice.conversion;

import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.util.Map;

/** How files that were written are read again. */
final class Written {
  private Written() {}

  static Storage storage(TableFormat format, String location) {
    Map<String, String> parameters =
        format == TableFormat.ORC
            // Athena reads ORC by position unless told otherwise (Athena User Guide,
            // handling-schema-updates-chapter, 2026-04).
            ? Map.of("serialization.format", "1", "orc.column.index.access", "false")
            : Map.of("serialization.format", "1");
    return new Storage(format, location, null, null, parameters, null);
  }
}
