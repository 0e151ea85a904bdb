package dev.sluice.spi;

import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import java.util.Optional;

/** Knows what converted tables hold, and converts. Safe for use by several threads. */
public interface Conversions {

  /**
   * Compares what was converted with the files that its source has now, which are listed for it.
   *
   * @param source what a query reads of the source
   * @param twin what is to be read instead, as the catalog has it
   * @return why that would be another answer, as a sentence; empty where it is the same
   */
  Optional<String> stale(TableScan source, TableScan twin, RunListener listener);

  /**
   * Converts the partitions that are read, those whose files have changed since they were.
   *
   * @param twin the table that is made or kept up
   * @param most so many bytes of the source's files
   * @throws SluiceException when it cannot be done; with {@link
   *     dev.sluice.ErrorCode#CONVERSION_TOO_LARGE} when there are more bytes than that; with {@link
   *     dev.sluice.ErrorCode#CANCELLED} when the calling thread is interrupted
   */
  void convert(TableScan source, TableName twin, long most, RunListener listener);
}
