package dev.sluice;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a lake are looked into.
 *
 * @param ofQueries whether it is done for every query that is to be run; a plan alone asks for it
 *     by {@link PlanOptions#inspectFiles()}
 * @param atMost how long one planning looks; files that had no turn by then are not looked into,
 *     and the plan says so
 * @param cacheFolder where what files say is kept for the next process, which several may share;
 *     null to keep it in memory alone
 */
public record FileInspection(boolean ofQueries, Duration atMost, @Nullable Path cacheFolder) {
  public static final FileInspection DEFAULT =
      new FileInspection(true, Duration.ofSeconds(10), null);

  public FileInspection {
    if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(FileSample.LONGEST) > 0) {
      throw new IllegalArgumentException("Files are looked into for up to a day, not " + atMost);
    }
  }

  public FileInspection withOfQueries(boolean inspect) {
    return new FileInspection(inspect, atMost, cacheFolder);
  }

  public FileInspection withAtMost(Duration duration) {
    return new FileInspection(ofQueries, duration, cacheFolder);
  }

  public FileInspection withCacheFolder(@Nullable Path folder) {
    return new FileInspection(ofQueries, atMost, folder);
  }
}
