package dev.sluice.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cell as the data files spell it. */
final class CellFields {
  private CellFields() {}

  /** Key and text of each field that the cell has. */
  static Map<String, String> of(Cell cell) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "verdict", MatrixWords.word(cell.verdict()));
    put(fields, "rule", cell.rule());
    put(fields, "why", cell.why());
    put(fields, "caveat", cell.caveat());
    put(fields, "source", cell.source());
    put(fields, "dated", cell.sourceDate());
    put(fields, "checked", cell.checked().toString());
    put(fields, "confidence", MatrixWords.word(cell.confidence()));
    put(fields, "evidence", MatrixWords.word(cell.evidence()));
    put(fields, "probe", cell.probe());
    return fields;
  }

  private static void put(Map<String, String> fields, String key, @Nullable String value) {
    if (value != null) {
      fields.put(key, value);
    }
  }
}
