package dev.sluice.athena.client;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import dev.sluice.results.JsonText;
import dev.sluice.results.ScalarText;
import dev.sluice.results.UnreadableValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/** The rows of a query of Athena's; the first {@link #next()} waits for the query's end. */
final class AthenaRows implements Rows {
  private final List<ResultColumn> columns;
  private final QueryRun run;
  private final ResultReaders readers;
  private volatile QueryStatistics statistics = QueryStatistics.NONE;
  private @Nullable ResultText text;
  private @Nullable List<@Nullable String> row;
  private @Nullable Object[] values = new Object[0];

  AthenaRows(List<ResultColumn> columns, QueryRun run, ResultReaders readers) {
    this.columns = List.copyOf(columns);
    this.run = run;
    this.readers = readers;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (run.isCancelled()) {
      throw QueryRun.wasCancelled();
    }
    if (text == null) {
      QueryExecution execution = run.await();
      statistics = statistics(execution);
      text = readers.open(execution, columns.size());
    }
    row = text.next();
    if (row == null) {
      return false;
    }
    values = new Object[columns.size()];
    return true;
  }

  /** A value is made of its text once, when it is asked for. */
  @Override
  public @Nullable Object value(int column) {
    String cell = row == null ? null : row.get(column);
    if (cell == null) {
      return null;
    }
    Object value = values[column];
    if (value == null) {
      value = value(columns.get(column), cell);
      values[column] = value;
    }
    return value;
  }

  private static @Nullable Object value(ResultColumn column, String cell) {
    DataType type = column.type();
    try {
      return type.isNested() ? JsonText.read(type, cell) : ScalarText.read(type, cell);
    } catch (UnreadableValueException e) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Athena's answer for column " + column.name() + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public QueryStatistics statistics() {
    return statistics;
  }

  private static QueryStatistics statistics(QueryExecution execution) {
    Optional<QueryExecutionStatistics> said = Optional.ofNullable(execution.statistics());
    Optional<Long> scanned = said.map(QueryExecutionStatistics::dataScannedInBytes);
    return new QueryStatistics(
        Optional.ofNullable(execution.queryExecutionId()),
        said.map(QueryExecutionStatistics::queryQueueTimeInMillis).map(Duration::ofMillis),
        said.map(QueryExecutionStatistics::queryPlanningTimeInMillis).map(Duration::ofMillis),
        said.map(QueryExecutionStatistics::engineExecutionTimeInMillis).map(Duration::ofMillis),
        scanned.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        OptionalLong.empty());
  }

  @Override
  public void cancel() {
    run.cancel();
  }

  @Override
  public void close() {
    run.cancel();
    if (text != null) {
      text.close();
    }
  }
}
