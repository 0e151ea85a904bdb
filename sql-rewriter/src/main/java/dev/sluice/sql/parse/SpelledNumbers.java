package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes out {@code 1_000_000}, {@code 0xFF}, {@code 0o17} and {@code 0b1010} as plain decimals,
 * which every engine reads; Calcite's lexer takes each apart into a number and a name (Trino's
 * SqlBase.g4, version 435).
 */
final class SpelledNumbers implements SluiceSqlParserConstants {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)0x(?:_?[0-9a-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+"
              + "|\\d(?:_?\\d)*(?:\\.(?:\\d(?:_?\\d)*)?)?|\\.\\d(?:_?\\d)*");

  private static final Map<String, Integer> BASES = Map.of("0x", 16, "0o", 8, "0b", 2);

  private SpelledNumbers() {}

  static void writeOut(List<Token> tokens) {
    List<Token> written = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      int end = isSpelled(tokens, i) ? end(tokens, i) : i;
      if (end > i) {
        written.add(joined(tokens.subList(i, end)));
        i = end;
      } else {
        written.add(tokens.get(i++));
      }
    }
    if (written.size() < tokens.size()) {
      tokens.clear();
      tokens.addAll(written);
    }
  }

  /** Whether a number is followed, without a gap, by a word that may belong to it. */
  private static boolean isSpelled(List<Token> tokens, int i) {
    Token number = tokens.get(i);
    boolean isNumber =
        number.kind == UNSIGNED_INTEGER_LITERAL || number.kind == DECIMAL_NUMERIC_LITERAL;
    return isNumber && touches(number, tokens.get(i + 1)) && tokens.get(i + 1).kind == IDENTIFIER;
  }

  /** Where the longest number ends that is made of whole tokens; {@code first} if none is. */
  private static int end(List<Token> tokens, int first) {
    StringBuilder text = new StringBuilder(tokens.get(first).image);
    int end = first;
    for (int i = first + 1; goesOn(tokens, i); i++) {
      text.append(tokens.get(i).image);
      if (text.length() > Spelling.LONGEST_NUMBER) {
        return end;
      }
      if (NUMBER.matcher(text).matches()) {
        end = i + 1;
      }
    }
    return end;
  }

  private static boolean goesOn(List<Token> tokens, int i) {
    return touches(tokens.get(i - 1), tokens.get(i)) && isPart(tokens.get(i));
  }

  private static boolean isPart(Token token) {
    return switch (token.kind) {
      case UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, IDENTIFIER, DOT -> true;
      default -> false;
    };
  }

  private static boolean touches(Token before, Token token) {
    return before.endLine == token.beginLine && before.endColumn + 1 == token.beginColumn;
  }

  private static Token joined(List<Token> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.image));
    Token number = parts.get(0);
    Token last = parts.get(parts.size() - 1);
    number.image = plain(text.toString());
    number.kind = number.image.contains(".") ? DECIMAL_NUMERIC_LITERAL : UNSIGNED_INTEGER_LITERAL;
    number.endLine = last.endLine;
    number.endColumn = last.endColumn;
    return number;
  }

  private static String plain(String spelled) {
    String digits = spelled.replace("_", "");
    String prefix = digits.substring(0, Math.min(2, digits.length())).toLowerCase(Locale.ROOT);
    Integer base = BASES.get(prefix);
    return base == null ? digits : new BigInteger(digits.substring(2), base).toString();
  }
}
