package dev.sluice.athena.client;

import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.Row;

/**
 * A result page by page through Athena. The first row of the first page is the names, as clients of
 * Athena take it; a page holds 1,000 rows at most (Athena API Reference, GetQueryResults, looked at
 * 2026-11-27). Not shareable between threads.
 */
final class PagedResult implements ResultText {
  private static final int PAGE = 1000;

  private final AthenaCalls calls;
  private final String id;
  private final List<ResultColumn> columns;
  private final Executor threads;
  private final Wanted wanted;
  private Iterator<Row> page = Collections.emptyIterator();
  private @Nullable String token;
  private boolean atEnd;
  private ResultTypes types = ResultTypes.UNKNOWN;

  /**
   * @param threads on which pages are read, so that whoever wants no more need not wait for one
   */
  PagedResult(
      AthenaCalls calls, String id, List<ResultColumn> columns, Executor threads, Wanted wanted) {
    this.calls = calls;
    this.id = id;
    this.columns = columns;
    this.threads = threads;
    this.wanted = wanted;
    turn();
    if (page.hasNext()) {
      page.next();
    }
  }

  /** As the latest page has them. */
  ResultTypes types() {
    return types;
  }

  private void turn() {
    String next = token;
    GetQueryResultsResponse answer =
        wanted.await(CompletableFuture.supplyAsync(() -> calls.page(id, next, PAGE), threads));
    types = ResultTypes.of(id, columns, answer);
    page = answer.resultSet().rows().iterator();
    token = answer.nextToken();
    atEnd = token == null;
  }

  @Override
  public @Nullable List<@Nullable String> next() {
    while (!page.hasNext()) {
      if (atEnd) {
        return null;
      }
      turn();
    }
    List<Datum> data = page.next().data();
    if (data.size() != columns.size()) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "A row of the result of query %s has %d columns where %d were asked for"
              .formatted(id, data.size(), columns.size()));
    }
    return data.stream().<@Nullable String>map(Datum::varCharValue).toList();
  }

  @Override
  public void close() {}
}
