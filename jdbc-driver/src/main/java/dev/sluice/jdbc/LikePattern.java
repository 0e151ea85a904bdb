package dev.sluice.jdbc;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of names as metadata takes it: {@code %} for any characters, {@code _} for one, {@code
 * \} before either takes it as it is. Names are lower case, and so is what is looked for.
 */
final class LikePattern {
  private final @Nullable Pattern pattern;
  private final @Nullable String literal;

  private LikePattern(@Nullable Pattern pattern, @Nullable String literal) {
    this.pattern = pattern;
    this.literal = literal;
  }

  /**
   * @param text null for every name
   */
  static LikePattern of(@Nullable String text) {
    if (text == null || text.equals("%")) {
      return new LikePattern(null, null);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder regex = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    boolean wild = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c == '\\' && i + 1 < lower.length()) {
        c = lower.charAt(++i);
      } else if (c == '%' || c == '_') {
        wild = true;
        regex.append(c == '%' ? ".*" : ".");
        continue;
      }
      plain.append(c);
      regex.append(Pattern.quote(String.valueOf(c)));
    }
    return wild
        ? new LikePattern(Pattern.compile(regex.toString(), Pattern.DOTALL), null)
        : new LikePattern(null, plain.toString());
  }

  /** The one name that it can be; empty where it can be several. */
  Optional<String> only() {
    return Optional.ofNullable(literal);
  }

  boolean matches(String name) {
    if (literal != null) {
      return literal.equals(name);
    }
    return pattern == null || pattern.matcher(name).matches();
  }
}
