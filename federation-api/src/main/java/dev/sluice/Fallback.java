package dev.sluice;

import java.util.Arrays;
import java.util.Locale;

/** What happens with a query that only an engine of last resort can answer. */
public enum Fallback {
  /** It is refused, unless the policy prefers that engine by its name. */
  OFF,
  /** That engine answers. */
  QUERY,
  /**
   * Where another engine could answer from converted files, the partitions that the query reads are
   * converted first, and it answers then; else as {@link #QUERY}.
   */
  CONVERT;

  /**
   * As it is called in settings: in lower case.
   *
   * @param what begins the message of an error: {@code 'fallback'}
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static Fallback of(String what, String value) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new SluiceException(
                    ErrorCode.CONFIGURATION_INVALID,
                    what + " is off, query or convert, not '" + value + "'"));
  }
}
