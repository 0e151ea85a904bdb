package dev.sluice.athena.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result as text, forward only. Not shareable between threads. */
interface ResultText extends AutoCloseable {

  /**
   * The next row, a text a column, null for NULL; null after the last row.
   *
   * @throws dev.sluice.SluiceException when the result cannot be read to its end
   */
  @Nullable List<@Nullable String> next();

  @Override
  void close();
}
