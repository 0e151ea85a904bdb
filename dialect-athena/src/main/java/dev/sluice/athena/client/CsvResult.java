package dev.sluice.athena.client;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A result as Athena writes it: a line of names, each value in quotes, NULL as nothing at all (as
 * clients of Athena read it; the format's details are not documented). Not shareable between
 * threads.
 */
final class CsvResult implements ResultText {
  /**
   * Values and rows of many megabytes are taken; Athena's own limit of a value is not documented.
   */
  private static final int MOST = Integer.MAX_VALUE - 16;

  private final InputStream bytes;
  private final String id;
  private final int columns;
  private final CsvReader<List<@Nullable String>> reader;
  private final Iterator<List<@Nullable String>> rows;

  /**
   * @param bytes closed with this
   * @throws SluiceException when the result has not so many columns
   */
  CsvResult(InputStream bytes, String id, int columns) {
    this.bytes = bytes;
    this.id = id;
    this.columns = columns;
    this.reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .maxBufferSize(MOST)
            .build(new Cells(), new InputStreamReader(bytes, StandardCharsets.UTF_8));
    this.rows = reader.iterator();
    // The names say nothing that the plan does not know.
    next();
  }

  @Override
  public @Nullable List<@Nullable String> next() {
    List<@Nullable String> row;
    try {
      if (!rows.hasNext()) {
        return null;
      }
      row = rows.next();
    } catch (UncheckedIOException | CsvParseException | NoSuchElementException e) {
      throw unreadable(e);
    }
    if (row.isEmpty() && columns == 1) {
      // A line with nothing in it: the one column is NULL.
      return Collections.singletonList(null);
    } else if (row.size() != columns) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "A row of the result of query %s has %d columns where %d were asked for"
              .formatted(id, row.size(), columns));
    }
    return row;
  }

  /** What the bytes' source raised says more than that the text broke off there. */
  private SluiceException unreadable(RuntimeException e) {
    return e.getCause() instanceof SluiceException raised
        ? raised
        : new SluiceException(
            ErrorCode.ENGINE_FAILED, "The result of query " + id + " cannot be read: " + e, e);
  }

  @Override
  public void close() {
    try {
      reader.close();
      bytes.close();
    } catch (IOException e) {
      // Nothing is left to be read.
    }
  }

  /** Tells what was in quotes from what was not. */
  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
    private List<@Nullable String> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new ArrayList<>(cells.size());
    }

    @Override
    protected void handleField(
        int fieldIdx, char[] buffer, int offset, int length, boolean quoted) {
      cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected List<@Nullable String> buildRecord() {
      return Collections.unmodifiableList(cells);
    }
  }
}
