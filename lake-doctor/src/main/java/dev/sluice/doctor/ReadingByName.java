package dev.sluice.doctor;

import dev.sluice.CatalogEdit;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * The properties that make engines find columns by name.
 *
 * <ul>
 *   <li>{@code orc.column.index.access} and {@code parquet.column.index.access}, parameters of the
 *       SerDe, are Athena's; each partition's own is read (Athena User Guide,
 *       handling-schema-updates-chapter, 2026-04).
 *   <li>{@code orc.schema.resolution}, a property of the table, is Redshift's; its default is name
 *       and any other value means position (Redshift Database Developer Guide,
 *       r_CREATE_EXTERNAL_TABLE and c-spectrum-external-tables, 2023-04-24).
 * </ul>
 */
final class ReadingByName {
  private static final String RESOLUTION = "orc.schema.resolution";
  private static final String GUIDE = "Amazon Athena User Guide, handling-schema-updates-chapter";
  private static final String REDSHIFT =
      "; Amazon Redshift Database Developer Guide, c-spectrum-external-tables";

  private ReadingByName() {}

  static Cure of(Patient patient, List<PartitionRange> where, List<Cure.Effect> effects) {
    Table table = patient.table();
    List<CatalogEdit> edits = new ArrayList<>();
    boolean orc = has(patient, TableFormat.ORC);
    if (orc) {
      edits.add(serde(table, "orc.column.index.access"));
    }
    if (has(patient, TableFormat.PARQUET)) {
      edits.add(serde(table, "parquet.column.index.access"));
    }
    String resolution = table.parameters().get(RESOLUTION);
    boolean contradicts = orc && resolution != null && !resolution.equals("name");
    if (contradicts) {
      edits.add(new CatalogEdit.SetTableParameter(table.name(), RESOLUTION, "name"));
    }
    String source = contradicts ? GUIDE + REDSHIFT : GUIDE;
    return new Cure.ReadByName(table.name(), edits, where, effects, source);
  }

  private static CatalogEdit serde(Table table, String key) {
    return new CatalogEdit.SetSerdeParameter(table.name(), key, "false");
  }

  private static boolean has(Patient patient, TableFormat format) {
    return patient.parts().stream()
        .map(part -> part.partition().storage())
        .map(Storage::format)
        .anyMatch(format::equals);
  }
}
