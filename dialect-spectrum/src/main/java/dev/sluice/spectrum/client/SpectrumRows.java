package dev.sluice.spectrum.client;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.results.JsonText;
import dev.sluice.results.ReadRows;
import dev.sluice.spi.ScanPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a query of Redshift's; the first {@link #next()} waits for the first rows. */
final class SpectrumRows extends ReadRows {
  private final SessionQuery run;
  private final Optional<ScanPrice> price;
  private @Nullable ResultSet rows;

  /**
   * @param columns as the engine gives them
   */
  SpectrumRows(List<ResultColumn> columns, SessionQuery run, Optional<ScanPrice> price) {
    super("Redshift", columns, run.wanted());
    this.price = price;
    this.run = run;
  }

  @Override
  protected boolean advance() {
    try {
      if (rows == null) {
        rows = run.await();
        requireColumns(rows);
      }
      if (rows.next()) {
        return true;
      }
    } catch (SQLException e) {
      throw run.failure(e);
    }
    QueryStatistics said = run.statistics();
    tell(price.map(said::at).orElse(said));
    run.close();
    return false;
  }

  private void requireColumns(ResultSet given) throws SQLException {
    int found = given.getMetaData().getColumnCount();
    if (found != columns().size()) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Redshift gave back %d columns where %d were asked for"
              .formatted(found, columns().size()));
    }
  }

  @Override
  protected @Nullable Object read(int column, DataType type) {
    if (rows == null) {
      throw new IllegalStateException("There is no row");
    }
    try {
      if (type.isNested()) {
        String json = rows.getString(column + 1);
        return json == null ? null : JsonText.read(type, json);
      }
      return ColumnValue.read(rows, column + 1, type);
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  @Override
  public void cancel() {
    run.cancel();
  }

  @Override
  public void close() {
    if (!isAtEnd()) {
      run.cancel();
    }
    run.close();
  }
}
