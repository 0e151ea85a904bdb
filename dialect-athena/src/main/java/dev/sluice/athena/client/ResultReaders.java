package dev.sluice.athena.client;

import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.aws.AwsErrors;
import dev.sluice.results.Wanted;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens results: the object that Athena wrote, or page by page through Athena where there is none
 * (managed results), where the caller may not read it, or where the configuration says so.
 */
final class ResultReaders implements AutoCloseable {
  private final AthenaCalls calls;
  private final S3Client s3;
  private final AthenaSettings settings;
  private final Executor threads;

  /**
   * @param threads on which parts of an object and pages are read; the caller's
   */
  ResultReaders(AthenaCalls calls, S3Client s3, AthenaSettings settings, Executor threads) {
    this.calls = calls;
    this.s3 = s3;
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * @param execution that has succeeded
   * @param columns that the result must have
   */
  ReadResult open(QueryExecution execution, List<ResultColumn> columns, Wanted wanted) {
    String id = execution.queryExecutionId();
    Optional<ObjectPlace> place = place(execution);
    if (place.isPresent()) {
      CompletableFuture<Optional<GetQueryResultsResponse>> types =
          CompletableFuture.supplyAsync(() -> withoutRows(id), threads);
      try {
        InputStream bytes = ObjectParts.open(s3, place.get(), threads, wanted);
        return held(new CsvResult(bytes, id, columns.size()), types, id, columns, wanted);
      } catch (SdkException e) {
        if (AwsErrors.kind(e) != AwsErrors.Kind.DENIED) {
          throw ObjectParts.unreadable(place.get(), e);
        }
        // Whoever may not read the object may still ask Athena for it.
      }
    }
    PagedResult pages = new PagedResult(calls, id, columns, threads, wanted);
    return new ReadResult(pages, pages.types());
  }

  /** The rows with their types, which were asked for while the object opened. */
  private static ReadResult held(
      ResultText rows,
      CompletableFuture<Optional<GetQueryResultsResponse>> types,
      String id,
      List<ResultColumn> columns,
      Wanted wanted) {
    try {
      return new ReadResult(
          rows,
          wanted
              .await(types)
              .map(answer -> ResultTypes.of(id, columns, answer))
              .orElse(ResultTypes.UNKNOWN));
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** What Athena says of a result beside its rows; empty where the caller may not ask for it. */
  private Optional<GetQueryResultsResponse> withoutRows(String id) {
    try {
      return Optional.of(calls.page(id, null, 1));
    } catch (SluiceException e) {
      if (e.code() == ErrorCode.ACCESS_DENIED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<ObjectPlace> place(QueryExecution execution) {
    return settings.fromS3()
        ? Optional.ofNullable(execution.resultConfiguration())
            .map(configuration -> configuration.outputLocation())
            .map(ResultReaders::place)
        : Optional.empty();
  }

  private static ObjectPlace place(String location) {
    URI uri = URI.create(location);
    String path = uri.getPath();
    if (!"s3".equals(uri.getScheme()) || uri.getHost() == null || path == null) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED, "Athena names a result that is no object: " + location);
    }
    return new ObjectPlace(uri.getHost(), path.substring(1));
  }

  @Override
  public void close() {
    s3.close();
  }
}
