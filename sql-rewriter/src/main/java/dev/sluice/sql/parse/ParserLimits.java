package dev.sluice.sql.parse;

/**
 * How large a query may be before it is refused, so that no text can exhaust time or stack.
 *
 * @param characters UTF-16 units of the text
 * @param tokens words, literals and signs, comments excluded
 * @param depth how deep parentheses, brackets and CASE may nest
 */
public record ParserLimits(int characters, int tokens, int depth) {
  public static final ParserLimits DEFAULT = new ParserLimits(1 << 20, 200_000, 300);

  public ParserLimits {
    if (characters < 1 || tokens < 1 || depth < 1) {
      throw new IllegalArgumentException("Each limit must be at least 1");
    }
  }
}
