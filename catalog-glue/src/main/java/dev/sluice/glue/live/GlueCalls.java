package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionResponse;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.Segment;

/**
 * The calls of Glue that reading takes, each to its last page. Safe for use by several threads.
 *
 * <p>Pages and segments: Glue Web API Reference, GetPartitions (MaxResults at most 1,000,
 * TotalSegments at most 10; as AWS's SDKs document them).
 */
final class GlueCalls implements AutoCloseable {
  private static final int PAGE = 1000;
  private static final int SEGMENTS = 4;

  private final GlueClient glue;
  private final @Nullable String catalogId;
  private final ExecutorService threads;
  private final boolean whole;

  /**
   * @param threads on which segments are read; the caller's
   */
  GlueCalls(GlueClient glue, Optional<String> catalogId, ExecutorService threads) {
    this(glue, catalogId.orElse(null), threads, false);
  }

  private GlueCalls(
      GlueClient glue, @Nullable String catalogId, ExecutorService threads, boolean whole) {
    this.glue = glue;
    this.catalogId = catalogId;
    this.threads = threads;
    this.whole = whole;
  }

  /** The same calls for who writes back what they answer: see {@link UnknownMembers}. */
  GlueCalls whole() {
    return new GlueCalls(glue, catalogId, threads, true);
  }

  private void whole(AwsRequestOverrideConfiguration.Builder request) {
    if (whole) {
      request.putExecutionAttribute(UnknownMembers.REFUSED, true);
    }
  }

  List<String> databases() {
    return asked(
        "list databases",
        () ->
            glue.getDatabasesPaginator(request -> request.catalogId(catalogId)).stream()
                .flatMap(page -> page.databaseList().stream())
                .map(Database::name)
                .toList());
  }

  /** The entries of a database's tables; empty when there is no such database. */
  List<JsonNode> tables(String database) {
    return asked(
        "list the tables of " + database,
        () -> {
          try {
            return glue
                .getTablesPaginator(request -> request.catalogId(catalogId).databaseName(database))
                .stream()
                .flatMap(page -> page.tableList().stream())
                .<JsonNode>map(SdkJson::of)
                .toList();
          } catch (EntityNotFoundException e) {
            return List.of();
          }
        });
  }

  Optional<JsonNode> table(GlueTable.Source table) {
    return asked(
        "look up table " + table.name(),
        () -> {
          try {
            return Optional.of(
                SdkJson.of(
                    glue.getTable(
                            request ->
                                request
                                    .overrideConfiguration(this::whole)
                                    .catalogId(catalog(table))
                                    .databaseName(table.name().database())
                                    .name(table.name().table()))
                        .table()));
          } catch (EntityNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * The entries of the partitions that an expression selects.
   *
   * @param expression empty for all
   */
  List<JsonNode> partitions(GlueTable.Source table, String expression) {
    return asked(
        "list the partitions of " + table.name(),
        () -> {
          if (expression.isEmpty()) {
            return partitions(listing(table).build());
          }
          try {
            return partitions(listing(table).expression(expression).build());
          } catch (InvalidInputException e) {
            // A filter that Glue does not take, by the name of a key, say: the caller filters.
            return partitions(listing(table).build());
          }
        });
  }

  /** The entries of all partitions, their columns left out. */
  List<JsonNode> partitionsWithoutColumns(GlueTable.Source table) {
    return asked(
        "list the partitions of " + table.name(),
        () -> partitions(listing(table).excludeColumnSchema(true).build()));
  }

  private GetPartitionsRequest.Builder listing(GlueTable.Source table) {
    return GetPartitionsRequest.builder()
        .overrideConfiguration(this::whole)
        .catalogId(catalog(table))
        .databaseName(table.name().database())
        .tableName(table.name().table())
        .maxResults(PAGE);
  }

  /**
   * The entries of some partitions, those that are there, in no order (BatchGetPartition, at most
   * 1,000 a call; looked at 2026-11-27).
   */
  List<JsonNode> partitions(GlueTable.Source table, Collection<List<String>> values) {
    return asked(
        "look up partitions of " + table.name(),
        () -> {
          List<JsonNode> found = new ArrayList<>();
          Deque<PartitionValueList> left = new ArrayDeque<>();
          values.forEach(each -> left.add(PartitionValueList.builder().values(each).build()));
          while (!left.isEmpty()) {
            List<PartitionValueList> some = drained(left);
            BatchGetPartitionResponse answer =
                glue.batchGetPartition(
                    request ->
                        request
                            .overrideConfiguration(this::whole)
                            .catalogId(catalog(table))
                            .databaseName(table.name().database())
                            .tableName(table.name().table())
                            .partitionsToGet(some));
            answer.partitions().forEach(each -> found.add(SdkJson.of(each)));
            left.addAll(answer.unprocessedKeys());
          }
          return found;
        });
  }

  private static List<PartitionValueList> drained(Deque<PartitionValueList> left) {
    List<PartitionValueList> some = new ArrayList<>();
    while (!left.isEmpty() && some.size() < PAGE) {
      some.add(left.remove());
    }
    return some;
  }

  /** Null for the caller's own. */
  @Nullable String catalog(GlueTable.Source table) {
    return table.catalog().orElse(catalogId);
  }

  private List<JsonNode> partitions(GetPartitionsRequest request) {
    GetPartitionsResponse first = glue.getPartitions(request);
    SharedColumns columns = new SharedColumns();
    // A listing of more than a page is read anew, by segments: they cannot be joined later.
    return first.nextToken() == null ? entries(first, columns) : inSegments(request, columns);
  }

  private static List<JsonNode> entries(GetPartitionsResponse page, SharedColumns columns) {
    return page.partitions().stream()
        .<JsonNode>map(partition -> columns.in(SdkJson.of(partition)))
        .toList();
  }

  private List<JsonNode> inSegments(GetPartitionsRequest request, SharedColumns columns) {
    List<Future<List<JsonNode>>> segments =
        IntStream.range(0, SEGMENTS)
            .mapToObj(
                number -> Segment.builder().segmentNumber(number).totalSegments(SEGMENTS).build())
            .map(segment -> request.toBuilder().segment(segment).build())
            .map(segment -> threads.submit(() -> toTheEnd(segment, columns)))
            .toList();
    try {
      List<JsonNode> all = new ArrayList<>();
      for (Future<List<JsonNode>> segment : segments) {
        all.addAll(segment.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      segments.forEach(segment -> segment.cancel(true));
    }
  }

  private List<JsonNode> toTheEnd(GetPartitionsRequest request, SharedColumns columns) {
    List<JsonNode> entries = new ArrayList<>();
    for (GetPartitionsResponse page : glue.getPartitionsPaginator(request)) {
      entries.addAll(entries(page, columns));
    }
    return entries;
  }

  /** What the call answers, its errors in Sluice's words. */
  private static <T> T asked(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.GLUE, what, e);
    } catch (CancellationException e) {
      throw new SluiceException(
          ErrorCode.CANCELLED, "Asking Glue to " + what + " was cancelled", e);
    }
  }

  @Override
  public void close() {
    glue.close();
  }
}
