package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.TableFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Views of the Glue Data Catalog. Those that Athena makes are its own text; those of several
 * dialects have a {@code ViewDefinition} with a representation for each, and run as their definer
 * (AWS Glue Developer Guide, aws-glue-api-catalog-tables, 2026).
 */
final class GlueViews {
  private static final String DEFINITION = "ViewDefinition";

  private GlueViews() {}

  /** The kind of view that an entry is; empty for what is none. */
  static Optional<TableFormat> kind(JsonNode entry) {
    if (!"VIRTUAL_VIEW".equalsIgnoreCase(GlueJson.text(entry, "TableType"))) {
      return Optional.empty();
    }
    boolean severalDialects =
        entry.path("IsMultiDialectView").asBoolean()
            || !entry.path(DEFINITION).path("Representations").isEmpty();
    return Optional.of(severalDialects ? TableFormat.DEFINER_VIEW : TableFormat.VIEW);
  }

  static boolean isView(TableFormat format) {
    return format == TableFormat.VIEW || format == TableFormat.DEFINER_VIEW;
  }

  /** Those whose text is current: one that is stale must be updated before it can be used. */
  static Set<String> dialects(JsonNode entry) {
    Set<String> dialects = new TreeSet<>();
    for (JsonNode one : entry.path(DEFINITION).path("Representations")) {
      String dialect = GlueJson.text(one, "Dialect");
      if (dialect != null && !one.path("IsStale").asBoolean()) {
        dialects.add(dialect.toUpperCase(Locale.ROOT));
      }
    }
    return dialects;
  }
}
