package dev.sluice.spectrum.sql;

import java.util.Optional;

/**
 * A regular expression of the part of the language that Java's and Perl's dialects read alike:
 * ASCII characters, {@code ^ $ . [a-z] \d \w \s}, groups, alternatives and greedy or lazy
 * repetition. What can match nothing at all is left out: where an empty match is found is not
 * documented.
 *
 * @param countsCharacters whether a part of it matches one character of any kind or a class that
 *     could reach beyond ASCII
 */
record SharedPattern(boolean countsCharacters) {

  /** Empty when the text is not of that part. */
  static Optional<SharedPattern> of(String text) {
    Reader reader = new Reader(text);
    try {
      boolean canBeEmpty = reader.alternatives();
      return canBeEmpty || reader.more()
          ? Optional.empty()
          : Optional.of(new SharedPattern(reader.countsCharacters));
    } catch (NotSharedException e) {
      return Optional.empty();
    }
  }

  private static final class NotSharedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSharedException() {
      super(null, null, false, false);
    }
  }

  /** Reads by descent; each method says whether what it has read can match nothing. */
  private static final class Reader {
    private static final String PLAIN = " !\"#%&',-/:;<=>@_`~";
    private static final String ESCAPED = ".*+?^$()[]{}|\\/-";
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private int depth;
    private boolean countsCharacters;

    Reader(String text) {
      this.text = text;
    }

    boolean more() {
      return at < text.length();
    }

    private boolean next(char c) {
      if (more() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private char take() {
      if (!more()) {
        throw new NotSharedException();
      }
      return text.charAt(at++);
    }

    boolean alternatives() {
      boolean canBeEmpty = sequence();
      while (next('|')) {
        canBeEmpty |= sequence();
      }
      return canBeEmpty;
    }

    private boolean sequence() {
      boolean canBeEmpty = true;
      while (more() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        canBeEmpty &= repeated();
      }
      return canBeEmpty;
    }

    private boolean repeated() {
      boolean anchor = text.charAt(at) == '^' || text.charAt(at) == '$';
      boolean canBeEmpty = atom();
      if (anchor) {
        return true;
      } else if (next('*') || next('?')) {
        canBeEmpty = true;
      } else if (next('{')) {
        canBeEmpty |= bounds() == 0;
      } else if (!next('+')) {
        return canBeEmpty;
      }
      next('?');
      if (more() && "*+?{".indexOf(text.charAt(at)) >= 0) {
        throw new NotSharedException();
      }
      return canBeEmpty;
    }

    /** The lower of the bounds {@code {m}}, {@code {m,}} or {@code {m,n}}. */
    private int bounds() {
      int least = number();
      if (next(',') && more() && text.charAt(at) != '}') {
        number();
      }
      if (take() != '}') {
        throw new NotSharedException();
      }
      return least;
    }

    private int number() {
      int start = at;
      while (more() && isDigit(text.charAt(at)) && at - start < 3) {
        at++;
      }
      if (at == start) {
        throw new NotSharedException();
      }
      return Integer.parseInt(text.substring(start, at));
    }

    private boolean atom() {
      char c = take();
      switch (c) {
        case '^', '$' -> {
          return true;
        }
        // Any number of characters is any number of bytes too.
        case '.' -> countsCharacters |= !more() || text.charAt(at) != '*';
        case '(' -> {
          return group();
        }
        case '[' -> characters();
        case '\\' -> escape();
        default -> plain(c);
      }
      return false;
    }

    private boolean group() {
      if (next('?') && !next(':') || ++depth > DEEPEST) {
        throw new NotSharedException();
      }
      boolean canBeEmpty = alternatives();
      depth--;
      if (!next(')')) {
        throw new NotSharedException();
      }
      return canBeEmpty;
    }

    private void escape() {
      char c = take();
      if (c == 'd' || c == 'w' || c == 's') {
        countsCharacters = true;
      } else if (ESCAPED.indexOf(c) < 0) {
        throw new NotSharedException();
      }
    }

    /** Letters, digits, ranges of them, and escapes; nothing that Java's classes nest. */
    private void characters() {
      countsCharacters |= next('^');
      int first = at;
      while (!next(']')) {
        char c = take();
        if (c == '\\') {
          escape();
        } else if (c == '-') {
          boolean literal = at == first + 1 || more() && text.charAt(at) == ']';
          boolean range =
              !literal
                  && isAlphanumeric(text.charAt(at - 2))
                  && more()
                  && isAlphanumeric(text.charAt(at));
          if (!literal && !range) {
            throw new NotSharedException();
          }
        } else if (".*+?$()|{}".indexOf(c) < 0 && !isPlainInClass(c)) {
          throw new NotSharedException();
        }
      }
      if (at == first + 1) {
        throw new NotSharedException();
      }
    }

    private static boolean isPlainInClass(char c) {
      return c != '&' && (isAlphanumeric(c) || PLAIN.indexOf(c) >= 0);
    }

    private static void plain(char c) {
      if (!isAlphanumeric(c) && PLAIN.indexOf(c) < 0) {
        throw new NotSharedException();
      }
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
      return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
  }
}
