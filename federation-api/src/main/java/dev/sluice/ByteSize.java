package dev.sluice;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them. */
public final class ByteSize {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(MB|GB|TB)|(\\d{1,18})");
  private static final Map<String, Long> UNITS =
      Map.of("MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

  private ByteSize() {}

  /**
   * Reads {@code 500MB}, {@code 10GB}, {@code 2TB}, units of 1000, or the bytes themselves.
   *
   * @param what begins the message of an error: {@code 'convert-at-most'}
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static long of(String what, String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          what + " is a number of bytes, such as 500MB or 10GB, not '" + text + "'");
    }
    String plain = size.group(3);
    return plain == null
        ? Long.parseLong(size.group(1)) * Objects.requireNonNull(UNITS.get(size.group(2)))
        : Long.parseLong(plain);
  }
}
