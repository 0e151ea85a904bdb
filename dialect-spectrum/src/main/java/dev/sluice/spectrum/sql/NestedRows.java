package dev.sluice.spectrum.sql;

/** Functions over whole arrays and maps, which external tables have none of. */
final class NestedRows {
  private NestedRows() {}

  static void add(Rows rows) {
    String tutorial = Sources.guide("tutorial-query-nested-data");
    rows.refused("item", "no element by position or by key in external tables", tutorial);
    rows.refused("element_at", "no element by position or by key in external tables", tutorial);
    rows.refused(
        "cardinality",
        "GET_ARRAY_LENGTH takes SUPER only; UNNEST and count instead",
        Sources.guide("get_array_length"));
    rows.refused(
        "contains",
        "ARRAY_CONTAINS takes SUPER only; UNNEST and compare instead",
        Sources.patch("patch 198, 2026-02"));
    rows.refused("array", "no value of an array type", Sources.guide("r_SUPER_type"));
    rows.refused("map", "no value of a map type", Sources.guide("r_SUPER_type"));
  }
}
