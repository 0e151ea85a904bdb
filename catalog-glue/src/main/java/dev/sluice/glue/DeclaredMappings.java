package dev.sluice.glue;

import dev.sluice.ColumnMapping;
import dev.sluice.TableFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table or a partition itself says of how columns are found in its files.
 *
 * <p>Two declarations exist, each heeded by one engine only: the SerDe parameters {@code
 * parquet.column.index.access} and {@code orc.column.index.access} are Athena's, kept by the table
 * and by each partition and not inherited (Athena User Guide, handling schema updates); the table
 * property {@code orc.schema.resolution} is Redshift's, for the whole table, ORC only, and any
 * value but {@code name} means position (Redshift guide, CREATE EXTERNAL TABLE, read 2026-09).
 *
 * <p>Where both speak and disagree, the SerDe parameter is taken, because Sluice's SQL means what
 * Athena makes of it. Both stay visible in {@code Storage.parameters}, so that an engine's answer
 * can be judged by the one that this engine reads.
 */
final class DeclaredMappings {
  /** The table property that Redshift reads. */
  static final String ORC_RESOLUTION = "orc.schema.resolution";

  private DeclaredMappings() {}

  /**
   * @param fileFormat what the files under any table format are
   * @param serdeParameters the table's or the partition's own
   * @param tableParameters always the table's
   */
  static @Nullable ColumnMapping of(
      TableFormat fileFormat,
      Map<String, String> serdeParameters,
      Map<String, String> tableParameters) {
    if (fileFormat == TableFormat.PARQUET) {
      return byIndexAccess(serdeParameters.get("parquet.column.index.access"));
    }
    if (fileFormat != TableFormat.ORC) {
      return null;
    }
    ColumnMapping own = byIndexAccess(serdeParameters.get("orc.column.index.access"));
    return own != null ? own : byResolution(tableParameters.get(ORC_RESOLUTION));
  }

  private static @Nullable ColumnMapping byIndexAccess(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (value.strip().equalsIgnoreCase("true")) {
      return ColumnMapping.BY_POSITION;
    }
    return value.strip().equalsIgnoreCase("false") ? ColumnMapping.BY_NAME : null;
  }

  private static @Nullable ColumnMapping byResolution(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return value.equals("name") ? ColumnMapping.BY_NAME : ColumnMapping.BY_POSITION;
  }
}
