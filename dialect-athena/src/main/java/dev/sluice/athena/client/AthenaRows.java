package dev.sluice.athena.client;

import dev.sluice.DataType;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.results.JsonText;
import dev.sluice.results.ReadRows;
import dev.sluice.results.ScalarText;
import dev.sluice.spi.ScanPrice;
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
  private final Optional<ScanPrice> price;
  private @Nullable ReadResult result;
  private @Nullable List<@Nullable String> row;

  AthenaRows(
      List<ResultColumn> columns, QueryRun run, ResultReaders readers, Optional<ScanPrice> price) {
    super("Athena", columns, run.wanted());
    this.price = price;
    this.run = run;
    this.readers = readers;
  }

  @Override
  protected boolean advance() {
    ReadResult open = result;
    if (open == null) {
      QueryExecution execution = run.await();
      QueryStatistics said = statistics(execution);
      tell(isReused(execution) ? said : price.map(said::at).orElse(said));
      open = readers.open(execution, columns(), run.wanted());
      result = open;
    }
    row = open.rows().next();
    return row != null;
  }

  @Override
  protected @Nullable Object read(int column, DataType type) {
    String cell = row == null ? null : row.get(column);
    if (cell == null || result == null) {
      return null;
    }
    result.types().requireKind(column);
    return type.isNested() ? JsonText.read(type, cell) : ScalarText.read(type, cell);
  }

  /** An earlier query's result costs nothing (Athena User Guide, reusing-query-results). */
  private static boolean isReused(QueryExecution execution) {
    return Optional.ofNullable(execution.statistics())
        .map(QueryExecutionStatistics::resultReuseInformation)
        .map(reuse -> Boolean.TRUE.equals(reuse.reusedPreviousResult()))
        .orElse(false);
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
        OptionalLong.empty(),
        Optional.empty());
  }

  @Override
  public void cancel() {
    run.cancel();
  }

  @Override
  public void close() {
    run.cancel();
    if (result != null) {
      result.rows().close();
    }
  }
}
