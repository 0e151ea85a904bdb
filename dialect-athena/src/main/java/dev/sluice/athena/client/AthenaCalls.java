package dev.sluice.athena.client;

import dev.sluice.athena.AthenaSettings;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionContext;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseByAgeConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseConfiguration;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.WorkGroup;

/** The calls of Athena, their errors in Sluice's words. Safe for use by several threads. */
final class AthenaCalls implements AutoCloseable {
  private final AthenaClient athena;
  private final AthenaSettings settings;

  AthenaCalls(AthenaClient athena, AthenaSettings settings) {
    this.athena = athena;
    this.settings = settings;
  }

  /**
   * Starts a query, once however often the call is tried.
   *
   * @param database of the tables, if there are any
   * @return its id
   */
  String start(String sql, Optional<String> database) {
    StartQueryExecutionRequest.Builder request =
        StartQueryExecutionRequest.builder()
            .queryString(sql)
            .clientRequestToken(UUID.randomUUID().toString())
            .workGroup(settings.workgroup())
            .queryExecutionContext(
                QueryExecutionContext.builder()
                    .catalog(settings.catalog())
                    .database(database.orElse(null))
                    .build());
    settings
        .output()
        .map(place -> ResultConfiguration.builder().outputLocation(place).build())
        .ifPresent(request::resultConfiguration);
    if (!settings.reuse().isZero()) {
      request.resultReuseConfiguration(
          ResultReuseConfiguration.builder()
              .resultReuseByAgeConfiguration(
                  ResultReuseByAgeConfiguration.builder()
                      .enabled(true)
                      .maxAgeInMinutes((int) settings.reuse().toMinutes())
                      .build())
              .build());
    }
    return asked(
        "start the query", () -> athena.startQueryExecution(request.build()).queryExecutionId());
  }

  QueryExecution look(String id) {
    return asked(
        "tell how query " + id + " is getting on",
        () -> athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution());
  }

  /** A query that has ended is left alone. */
  void stop(String id) {
    asked(
        "stop query " + id,
        () -> athena.stopQueryExecution(request -> request.queryExecutionId(id)));
  }

  /**
   * @param token null for the first page
   * @param most rows of a page, at most 1,000 (Athena API Reference, GetQueryResults)
   */
  GetQueryResultsResponse page(String id, @Nullable String token, int most) {
    return asked(
        "give the results of query " + id,
        () ->
            athena.getQueryResults(
                request -> request.queryExecutionId(id).nextToken(token).maxResults(most)));
  }

  WorkGroup workgroup() {
    return asked(
        "tell of workgroup " + settings.workgroup(),
        () -> athena.getWorkGroup(request -> request.workGroup(settings.workgroup())).workGroup());
  }

  private static <T> T asked(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.ATHENA, what, e);
    }
  }

  @Override
  public void close() {
    athena.close();
  }
}
