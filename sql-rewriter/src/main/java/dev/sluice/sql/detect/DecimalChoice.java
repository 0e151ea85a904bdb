package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.BoundQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Where one of several decimals is chosen, so that their types become one. */
final class DecimalChoice {
  /** Beyond it some engines lose digits where one value is chosen among several. */
  private static final int CHOSEN_DIGITS = 19;

  private static final int MOST_DIGITS = 38;

  static final Set<SqlKind> KINDS = Set.of(SqlKind.CASE, SqlKind.COALESCE, SqlKind.NULLIF);
  static final Set<String> FUNCTIONS = Set.of("if", "coalesce", "nullif", "greatest", "least");

  private DecimalChoice() {}

  static boolean isLong(BoundQuery bound, SqlCall call) {
    return isLong(bound.typeOf(call));
  }

  /** The same of a set operation, whose branches are all looked at. */
  static boolean isLongInSets(BoundQuery bound, SqlCall sets) {
    return Branches.columns(sets).stream().anyMatch(column -> isLong(bound.typeOf(column)));
  }

  private static boolean isLong(DataType type) {
    return type instanceof DataType.Decimal decimal && decimal.precision() > CHOSEN_DIGITS;
  }

  /** Whether the digits before and after the point, the most of each, pass 38 together. */
  static boolean isOver38(BoundQuery bound, SqlCall call) {
    return isOver38(Calls.types(bound, call));
  }

  /** The same of a set operation, whose branches are all looked at. */
  static boolean isOver38InSets(BoundQuery bound, SqlCall sets) {
    List<List<SqlNode>> branches = Branches.each(sets);
    int columns = branches.stream().mapToInt(List::size).min().orElse(0);
    return IntStream.range(0, columns)
        .mapToObj(i -> branches.stream().map(branch -> bound.typeOf(branch.get(i))).toList())
        .anyMatch(DecimalChoice::isOver38);
  }

  private static boolean isOver38(List<DataType> types) {
    int whole = types.stream().mapToInt(DecimalChoice::wholeDigits).max().orElse(0);
    int fraction =
        types.stream()
            .mapToInt(type -> type instanceof DataType.Decimal decimal ? decimal.scale() : 0)
            .max()
            .orElse(0);
    return fraction > 0 && whole + fraction > MOST_DIGITS;
  }

  private static int wholeDigits(DataType type) {
    if (type instanceof DataType.Decimal decimal) {
      return decimal.precision() - decimal.scale();
    } else if (type == Primitive.BIGINT) {
      return 19;
    }
    return Types.isWhole(type) ? 10 : 0;
  }
}
