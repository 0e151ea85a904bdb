package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The names as the user wrote them, by place. Calcite resolves a bare name through the fields of a
 * struct when no column has it; Trino does not, so such a name is refused.
 */
final class WrittenNames extends SqlBasicVisitor<@Nullable Void> {
  private final Map<Place, List<String>> names = new HashMap<>();

  private record Place(int line, int column) {
    /** Qualifying adds parts in front, without a place; the last part stays where it was. */
    static Place of(SqlIdentifier id) {
      SqlParserPos position = id.getComponentParserPosition(id.names.size() - 1);
      return new Place(position.getLineNum(), position.getColumnNum());
    }
  }

  static WrittenNames of(SqlNode pristine) {
    WrittenNames written = new WrittenNames();
    pristine.accept(written);
    return written;
  }

  @Override
  public @Nullable Void visit(SqlIdentifier id) {
    names.put(Place.of(id), id.names);
    return null;
  }

  /** Refuses a resolved name that has a step the user did not write. */
  void refuseHiddenStep(SqlIdentifier resolved) {
    List<String> wrote = names.get(Place.of(resolved));
    if (wrote == null || wrote.contains("") || endsWith(wrote, resolved.names)) {
      return;
    }
    int extra = resolved.names.size() - wrote.size();
    if (extra > 1 || !endsWith(resolved.names, wrote)) {
      throw new SluiceException(
          ErrorCode.COLUMN_NOT_FOUND,
          "Column "
              + String.join(".", wrote)
              + " not found at "
              + Positions.of(resolved)
              + "; did you mean "
              + String.join(".", resolved.names.subList(1, resolved.names.size()))
              + "?",
          Positions.of(resolved));
    }
  }

  /** Refuses the name of a column that has none, unless a star stands for it. */
  void refuseUnlessStar(SqlIdentifier resolved) {
    List<String> wrote = names.get(Place.of(resolved));
    if (wrote != null && !wrote.contains("")) {
      throw new SluiceException(
          ErrorCode.COLUMN_NOT_FOUND,
          "Column "
              + String.join(".", wrote)
              + " not found at "
              + Positions.of(resolved)
              + "; what UNNEST yields has a name once it is given one, as in UNNEST(…) AS t (a)",
          Positions.of(resolved));
    }
  }

  private static boolean endsWith(List<String> whole, List<String> end) {
    return whole.size() >= end.size()
        && whole.subList(whole.size() - end.size(), whole.size()).equals(end);
  }
}
