package dev.sluice.sql.prune;

import java.util.Arrays;
import java.util.Optional;

/** A pattern of LIKE: {@code %} for any text, {@code _} for one character. */
public final class LikePattern {
  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  /** Characters, and the two above for what stands for any. */
  private final int[] parts;

  private LikePattern(int[] parts) {
    this.parts = parts;
  }

  /**
   * @param escape one character, or empty for none
   * @return empty if the engine would refuse the pattern
   */
  public static Optional<LikePattern> of(String pattern, String escape) {
    int[] escapes = escape.codePoints().toArray();
    if (escapes.length > 1) {
      return Optional.empty();
    }
    int mark = escapes.length == 0 ? ANY_TEXT : escapes[0];
    int[] characters = pattern.codePoints().toArray();
    int[] parts = new int[characters.length];
    int count = 0;
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == mark) {
        i++;
        boolean isEscapable =
            i < characters.length
                && (characters[i] == '%' || characters[i] == '_' || characters[i] == mark);
        if (!isEscapable) {
          return Optional.empty();
        }
        parts[count++] = characters[i];
      } else {
        parts[count++] =
            characters[i] == '%' ? ANY_TEXT : characters[i] == '_' ? ANY_CHARACTER : characters[i];
      }
    }
    return Optional.of(new LikePattern(Arrays.copyOf(parts, count)));
  }

  /** Texts that may match: those that begin as the pattern does. */
  KeyValues mayMatch() {
    KeyText start = new KeyText(start());
    if (start.value().codePointCount(0, start.value().length()) == parts.length) {
      return KeyValues.of(start.value());
    }
    return start.value().isEmpty() ? KeyValues.TEXTS : KeyValues.of(start.extensions());
  }

  /** Texts that may not match. */
  KeyValues mayDiffer() {
    KeyValues candidates = mayMatch();
    boolean isExact = isText() || isPrefix();
    return isExact ? candidates.otherTexts() : KeyValues.TEXTS;
  }

  private boolean isText() {
    return Arrays.stream(parts).allMatch(part -> part >= 0);
  }

  private boolean isPrefix() {
    return parts.length > 0
        && parts[parts.length - 1] == ANY_TEXT
        && Arrays.stream(parts, 0, parts.length - 1).allMatch(part -> part >= 0);
  }

  private String start() {
    StringBuilder start = new StringBuilder();
    for (int part : parts) {
      if (part < 0) {
        break;
      }
      start.appendCodePoint(part);
    }
    return start.toString();
  }

  /** Whether the whole text is of this shape. */
  public boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    // As for file names: on a mismatch, the last "any text" takes one character more.
    int at = 0;
    int part = 0;
    int lastAny = -1;
    int resume = 0;
    while (at < characters.length) {
      if (part < parts.length && parts[part] == ANY_TEXT) {
        lastAny = part++;
        resume = at;
      } else if (part < parts.length
          && (parts[part] == ANY_CHARACTER || parts[part] == characters[at])) {
        part++;
        at++;
      } else if (lastAny >= 0) {
        part = lastAny + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == ANY_TEXT) {
      part++;
    }
    return part == parts.length;
  }
}
