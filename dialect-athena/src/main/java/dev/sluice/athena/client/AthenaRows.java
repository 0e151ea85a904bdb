package dev.sluice.athena.client;

import dev.sluice.DataType;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.results.JsonText;
import dev.sluice.results.ReadRows;
import dev.sluice.results.ScalarText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/** The rows of a query of Athena's; the first {@link #next()} waits for the query's end. */
final class AthenaRows extends ReadRows {
  private final QueryRun run;
  private final ResultReaders readers;
  private @Nullable ResultText text;
  private @Nullable List<@Nullable String> row;

  AthenaRows(List<ResultColumn> columns, QueryRun run, ResultReaders readers) {
    super("Athena", columns, run.wanted());
    this.run = run;
    this.readers = readers;
  }

  @Override
  protected boolean advance() {
    if (text == null) {
      QueryExecution execution = run.await();
      tell(statistics(execution));
      text = readers.open(execution, columns().size(), run.wanted());
    }
    row = text.next();
    return row != null;
  }

  @Override
  protected @Nullable Object read(int column, DataType type) {
    String cell = row == null ? null : row.get(column);
    if (cell == null) {
      return null;
    }
    return type.isNested() ? JsonText.read(type, cell) : ScalarText.read(type, cell);
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
