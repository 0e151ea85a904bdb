package dev.sluice;

import java.time.Duration;

/**
 * How many files of each location are looked into, and for how long all of them together.
 *
 * @param filesPerLocation one is the newest; more are spread over time, the oldest and the newest
 *     among them. Files without bytes are only taken where there are no others.
 * @param atMost what has not had its turn by then is {@link FileFinding.Code#NOT_INSPECTED}
 */
public record FileSample(int filesPerLocation, Duration atMost) {
  /** No look into files takes longer. */
  static final Duration LONGEST = Duration.ofDays(1);

  public static final FileSample ALL = new FileSample(Integer.MAX_VALUE, LONGEST);

  public FileSample {
    if (filesPerLocation < 1 || atMost.isNegative() || atMost.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "At least one file of each location in at most a day, not %d in %s"
              .formatted(filesPerLocation, atMost));
    }
  }

  /** Of a table without partitions, whose files may be of many ages. */
  private static final int FILES_OF_A_TABLE = 20;

  /** The newest file of each location. */
  public static FileSample newest(Duration atMost) {
    return new FileSample(1, atMost);
  }

  /** The same for a table with partitions; at least twenty files of one without. */
  public FileSample of(Table table) {
    return table.isPartitioned()
        ? this
        : new FileSample(Math.max(filesPerLocation, FILES_OF_A_TABLE), atMost);
  }
}
