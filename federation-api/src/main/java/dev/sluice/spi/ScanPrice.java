package dev.sluice.spi;

import dev.sluice.EngineName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What reading from S3 costs: so many US dollars for a terabyte, each query rounded up to whole
 * megabytes, and at least ten of them (Athena pricing as told by athena.guide, 2020-10; Redshift
 * pricing of Spectrum the same). The price differs between regions, so it is a setting. Whether
 * these megabytes and terabytes are of 1000 or 1024 is not established: taken as 1000, so that what
 * is told is rather too much.
 *
 * @param perTerabyte in US dollars
 */
public record ScanPrice(BigDecimal perTerabyte) {
  public static final String KEY = "price-per-terabyte";

  private static final BigDecimal USUAL = new BigDecimal("5");
  private static final long MEGABYTE = 1_000_000;
  private static final long LEAST_MEGABYTES = 10;
  private static final int MEGABYTES_OF_A_TERABYTE = 6;

  /**
   * The price that the settings of an engine name, the usual one where they name none; empty for
   * {@code none}.
   *
   * @throws dev.sluice.SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static Optional<ScanPrice> of(EngineName engine, Map<String, String> settings) {
    String text = settings.get(KEY);
    if (text == null) {
      return Optional.of(new ScanPrice(USUAL));
    } else if (text.equals("none")) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw Settings.invalid(
          engine, KEY, "is '" + text + "', not a number of US dollars, such as 5 or 6.25, or none");
    }
    return Optional.of(new ScanPrice(new BigDecimal(text)));
  }

  /** What a query that read so many bytes costs, in US dollars. */
  public BigDecimal of(long bytes) {
    long megabytes = Math.max(LEAST_MEGABYTES, (bytes + MEGABYTE - 1) / MEGABYTE);
    return perTerabyte
        .multiply(BigDecimal.valueOf(megabytes))
        .movePointLeft(MEGABYTES_OF_A_TERABYTE)
        .setScale(MEGABYTES_OF_A_TERABYTE, RoundingMode.CEILING);
  }
}
