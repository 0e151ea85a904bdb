package dev.sluice.matrix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Cell} of its section in a data file. */
final class CellReader {
  static final List<String> KEYS =
      List.of(
          "verdict",
          "rule",
          "why",
          "caveat",
          "source",
          "dated",
          "checked",
          "confidence",
          "evidence",
          "probe");

  private CellReader() {}

  /**
   * @param checked the date for cells that name none, null where each must
   * @param probe the row's probe, for cells that have none
   */
  static Cell read(Section cell, @Nullable String checked, @Nullable String probe) {
    cell.allowOnly(KEYS);
    String ownChecked = cell.optionalText("checked");
    String ownProbe = cell.optionalText("probe");
    Evidence evidence = cell.constant(Evidence.class, "evidence");
    return make(
        cell,
        required(cell, CellVerdict.class, "verdict"),
        date(cell, ownChecked == null ? checked : ownChecked),
        required(cell, Confidence.class, "confidence"),
        evidence == null ? Evidence.DOCUMENTED : evidence,
        ownProbe == null ? probe : ownProbe);
  }

  private static Cell make(
      Section cell,
      CellVerdict verdict,
      LocalDate checked,
      Confidence confidence,
      Evidence evidence,
      @Nullable String probe) {
    try {
      return new Cell(
          verdict,
          cell.optionalText("rule"),
          cell.optionalText("why"),
          cell.optionalText("caveat"),
          cell.text("source"),
          cell.optionalText("dated"),
          checked,
          confidence,
          evidence,
          probe);
    } catch (IllegalArgumentException e) {
      throw cell.error(cell.line(), String.valueOf(e.getMessage()));
    }
  }

  static LocalDate date(Section cell, @Nullable String text) {
    if (text == null) {
      throw cell.error(cell.line(), "'checked' is missing");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw cell.error(cell.lineOf("checked"), "'" + text + "' is not a date like 2026-11-22");
    }
  }

  private static <E extends Enum<E>> E required(Section cell, Class<E> type, String key) {
    E constant = cell.constant(type, key);
    if (constant == null) {
      throw cell.error(cell.line(), "'" + key + "' is missing");
    }
    return constant;
  }
}
