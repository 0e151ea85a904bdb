package dev.sluice.spectrum.sql;

import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Dates and timestamps written as text. TO_CHAR is given codes and plain separators only, literal
 * text stands beside it (Amazon Redshift Database Developer Guide, r_FORMAT_strings, 2025).
 *
 * <pre>
 * date_format(x, '%Y-%m-%dT%H')
 * TO_CHAR(x, 'YYYY-MM-DD') || 'T' || TO_CHAR(x, 'HH24')
 * </pre>
 */
final class DateTexts {
  /** MySQL's codes, of which Trino's date_format has these among others. */
  private static final Map<Character, String> CODES =
      Map.ofEntries(
          Map.entry('Y', "YYYY"),
          Map.entry('y', "YY"),
          Map.entry('m', "MM"),
          Map.entry('d', "DD"),
          Map.entry('H', "HH24"),
          Map.entry('h', "HH12"),
          Map.entry('I', "HH12"),
          Map.entry('i', "MI"),
          Map.entry('s', "SS"),
          Map.entry('S', "SS"),
          Map.entry('j', "DDD"),
          Map.entry('p', "AM"),
          Map.entry('b', "Mon"),
          Map.entry('a', "Dy"),
          Map.entry('T', "HH24:MI:SS"),
          Map.entry('r', "HH12:MI:SS AM"));

  /** Names that TO_CHAR pads with blanks. */
  private static final Map<Character, String> PADDED = Map.of('M', "Month", 'W', "Day");

  private static final String SEPARATORS = "-/: ";
  private static final SqlOperator EXTRACT = new Syntax.Extract();

  private final SqlNode value;
  private final List<SqlNode> pieces = new ArrayList<>();
  private final StringBuilder codes = new StringBuilder();
  private final StringBuilder literal = new StringBuilder();

  private DateTexts(SqlNode value) {
    this.value = value;
  }

  /** {@code 2026-11-22 13:05:00.123}, as Trino writes it; empty for other digits than 0 and 3. */
  static Optional<SqlNode> timestamp(SqlNode value, int digits) {
    DateTexts text = new DateTexts(value);
    text.codes.append("YYYY-MM-DD HH24:MI:SS");
    if (digits == 3) {
      text.literal(".");
      text.piece(text.milliseconds());
    }
    return digits == 3 || digits == 0 ? Optional.of(text.joined()) : Optional.empty();
  }

  /** The text under one of MySQL's formats; empty when one of its codes has no counterpart. */
  static Optional<SqlNode> formatted(SqlNode value, String format) {
    DateTexts text = new DateTexts(value);
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        text.literal(String.valueOf(c));
      } else if (++i == format.length() || !text.code(format.charAt(i))) {
        return Optional.empty();
      }
    }
    return format.isEmpty() ? Optional.empty() : Optional.of(text.joined());
  }

  private boolean code(char code) {
    if (code == '%') {
      literal("%");
    } else if (code == 'f') {
      piece(milliseconds());
      literal("000");
    } else if (PADDED.containsKey(code)) {
      piece(Nodes.call("RTRIM", toChar(PADDED.getOrDefault(code, ""))));
    } else if (CODES.containsKey(code)) {
      String word = CODES.getOrDefault(code, "");
      if (runsOn(word.charAt(0))) {
        codes.append(literal);
        literal.setLength(0);
      } else {
        flush();
      }
      codes.append(word);
    } else {
      return false;
    }
    return true;
  }

  /**
   * Whether the next code joins the last: after separators, or where no letter of the one could be
   * read as the other's. {@code MM} before {@code MI} stands apart.
   */
  private boolean runsOn(char first) {
    if (codes.length() == 0) {
      return false;
    } else if (literal.length() == 0) {
      return Character.toUpperCase(codes.charAt(codes.length() - 1)) != first;
    }
    return literal.chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0);
  }

  private void literal(String text) {
    literal.append(text);
  }

  private void piece(SqlNode piece) {
    flush();
    pieces.add(piece);
  }

  private void flush() {
    if (codes.length() > 0) {
      pieces.add(toChar(codes.toString()));
      codes.setLength(0);
    }
    if (literal.length() > 0) {
      pieces.add(Nodes.text(literal.toString()));
      literal.setLength(0);
    }
  }

  private SqlNode toChar(String format) {
    return Nodes.call("TO_CHAR", value, Nodes.text(format));
  }

  private SqlNode milliseconds() {
    SqlNode part = Nodes.call(EXTRACT, Nodes.keyword("ms"), value);
    SqlNode digits = Nodes.call(SqlStdOperatorTable.CAST, part, Nodes.keyword("VARCHAR(3)"));
    return Nodes.call("LPAD", digits, Nodes.number(3), Nodes.text("0"));
  }

  private SqlNode joined() {
    flush();
    return pieces.stream()
        .reduce((left, right) -> Nodes.call(SqlStdOperatorTable.CONCAT, left, right))
        .orElseThrow();
  }
}
