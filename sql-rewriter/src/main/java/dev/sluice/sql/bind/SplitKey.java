package dev.sluice.sql.bind;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A time that is split over several partition keys, such as year, month, day and hour. Queries may
 * name it as one key, {@code datetime}, a text like {@code 2026-03-27-16}; no star yields it.
 *
 * @param keys the keys, the longest unit first: from the year on, at least two
 */
public record SplitKey(List<Column> keys) {
  /** What queries call it. */
  public static final String NAME = "datetime";

  private static final List<List<String>> UNITS =
      List.of(
          List.of("year", "yyyy"),
          List.of("month", "mm"),
          List.of("day", "dd"),
          List.of("hour", "hh"),
          List.of("minute"));

  public SplitKey {
    keys = List.copyOf(keys);
  }

  /** The split key of a table that has one, and no column of that name. */
  public static Optional<SplitKey> of(Table table) {
    if (table.partitionKeys().size() < 2
        || table.allColumns().stream().anyMatch(column -> column.name().equalsIgnoreCase(NAME))) {
      return Optional.empty();
    }
    List<Column> keys = new ArrayList<>();
    for (List<String> names : UNITS) {
      Optional<Column> key =
          table.partitionKeys().stream()
              .filter(column -> names.contains(column.name()))
              .filter(column -> isTextOrWhole(column.type()))
              .findFirst();
      if (key.isEmpty()) {
        break;
      }
      keys.add(key.get());
    }
    return keys.size() < 2 ? Optional.empty() : Optional.of(new SplitKey(keys));
  }

  private static boolean isTextOrWhole(DataType type) {
    return type == Primitive.STRING || type instanceof DataType.Varchar || Types.isWhole(type);
  }

  /** How many digits a key's value has in the text. */
  public static int digits(int key) {
    return key == 0 ? 4 : 2;
  }

  /**
   * The text, before binding.
   *
   * @param alias what qualifies the keys
   */
  SqlNode expression(String alias, SqlParserPos at) {
    List<SqlNode> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (i > 0) {
        parts.add(SqlLiteral.createCharString("-", at));
      }
      SqlNode key = new SqlIdentifier(List.of(alias, keys.get(i).name()), at);
      boolean isWhole = Types.isWhole(keys.get(i).type());
      SqlNode text = isWhole ? asText(key, at) : key;
      parts.add(i == 0 ? text : padded(key, isWhole, text, at));
    }
    return call("concat", at, parts);
  }

  private static SqlNode asText(SqlNode key, SqlParserPos at) {
    SqlDataTypeSpec varchar =
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, at), at);
    return SqlStdOperatorTable.CAST.createCall(at, key, varchar);
  }

  /** With a zero before a single digit. */
  private static SqlNode padded(SqlNode key, boolean isWhole, SqlNode text, SqlParserPos at) {
    SqlNode isShort =
        isWhole
            ? SqlStdOperatorTable.LESS_THAN.createCall(at, key, number("10", at))
            : SqlStdOperatorTable.EQUALS.createCall(
                at, call("length", at, List.of(key)), number("1", at));
    SqlNode longer = call("concat", at, List.of(SqlLiteral.createCharString("0", at), text));
    return new SqlCase(at, null, SqlNodeList.of(isShort), SqlNodeList.of(longer), text);
  }

  private static SqlNode number(String digits, SqlParserPos at) {
    return SqlLiteral.createExactNumeric(digits, at);
  }

  private static SqlNode call(String function, SqlParserPos at, List<SqlNode> operands) {
    return new SqlUnresolvedFunction(
            new SqlIdentifier(function, at),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(at, operands);
  }
}
