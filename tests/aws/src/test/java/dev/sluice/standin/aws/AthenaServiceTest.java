package dev.sluice.standin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.standin.aws.athena.AthenaService.Started;
import dev.sluice.standin.aws.athena.QueryState;
import dev.sluice.standin.aws.athena.ResultStore;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.trino.TrinoExecutor;
import dev.sluice.standin.trino.TrinoServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** The SQL is executed by a real Trino. */
class AthenaServiceTest {
  private static TrinoServer trino;

  private final Stored stored = new Stored();
  private AwsStandIn aws;
  private AthenaClient athena;

  /** Keeps what would be in S3. */
  private static final class Stored implements ResultStore {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public void put(String location, Path file) throws IOException {
      objects.put(location, Files.readAllBytes(file));
    }

    String text(String location) throws FileNotFoundException {
      byte[] object = objects.get(location);
      if (object == null) {
        throw new FileNotFoundException(location);
      }
      return new String(object, StandardCharsets.UTF_8);
    }
  }

  @BeforeAll
  static void startTrino(@TempDir Path folder) throws IOException, InterruptedException {
    trino = TrinoServer.start(folder, TrinoServer.Setup.bare());
  }

  @AfterAll
  static void stopTrino() {
    trino.close();
  }

  @BeforeEach
  void start() {
    aws = AwsStandIn.start();
    aws.startAthena(TrinoExecutor.of(trino.uri(), Optional.empty()), stored);
    athena = Clients.of(aws, AthenaClient.builder(), aws.user());
  }

  @AfterEach
  void stop() {
    athena.close();
    aws.close();
  }

  private String run(String sql) {
    return run(request -> request.queryString(sql));
  }

  private String run(Consumer<StartQueryExecutionRequest.Builder> request) {
    return athena
        .startQueryExecution(
            StartQueryExecutionRequest.builder()
                .resultConfiguration(to -> to.outputLocation("s3://results/here/"))
                .applyMutation(request)
                .build())
        .queryExecutionId();
  }

  private QueryExecution execution(String id) {
    return athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
  }

  private QueryExecution ended(String id) throws InterruptedException {
    QueryExecution execution = execution(id);
    while (execution.status().state() == QueryExecutionState.QUEUED
        || execution.status().state() == QueryExecutionState.RUNNING) {
      Thread.sleep(5);
      execution = execution(id);
    }
    return execution;
  }

  private void await(String id, QueryExecutionState state) throws InterruptedException {
    while (execution(id).status().state() != state) {
      Thread.sleep(5);
    }
  }

  private GetQueryResultsResponse results(String id) {
    return athena.getQueryResults(request -> request.queryExecutionId(id));
  }

  private static List<List<String>> texts(List<Row> rows) {
    return rows.stream()
        .map(row -> row.data().stream().map(Datum::varCharValue).map(String::valueOf).toList())
        .toList();
  }

  @Test
  void executesAndTells() throws InterruptedException, FileNotFoundException {
    String id =
        run(
            "-- first\n/* one */ SELECT 1 AS one, 'a,\"b\"' AS text, CAST(NULL AS varchar) AS nothing, '' AS e");

    QueryExecution execution = ended(id);
    assertThat(execution.status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
    assertThat(execution.statementTypeAsString()).isEqualTo("DML");
    assertThat(execution.statistics().totalExecutionTimeInMillis()).isNotNegative();
    assertThat(execution.engineVersion().effectiveEngineVersion())
        .isEqualTo("Athena engine version 3");
    assertThat(execution.resultConfiguration().outputLocation())
        .isEqualTo("s3://results/here/" + id + ".csv");
    assertThat(stored.text("s3://results/here/" + id + ".csv"))
        .isEqualTo("\"one\",\"text\",\"nothing\",\"e\"\n\"1\",\"a,\"\"b\"\"\",,\"\"\n");
    assertThat(stored.text("s3://results/here/" + id + ".csv.metadata")).contains("varchar");

    GetQueryResultsResponse results = results(id);
    assertThat(results.nextToken()).isNull();
    assertThat(texts(results.resultSet().rows()))
        .containsExactly(
            List.of("one", "text", "nothing", "e"), List.of("1", "a,\"b\"", "null", ""));
    assertThat(results.resultSet().rows().get(1).data().get(2).varCharValue()).isNull();
  }

  @Test
  void writesTypesAndValuesAsAthenaDoes() throws InterruptedException {
    String id =
        run(
            """
            SELECT true b, TINYINT '127' t, SMALLINT '32767' s, 2147483647 i,
              9223372036854775807 l, REAL '0.5' r, DOUBLE '0.25' d, 1e10 e, nan() n,
              CAST('a string' AS varchar) v, CAST('x' AS varchar(10)) v10, CAST('y' AS char(3)) c,
              TIMESTAMP '2017-01-01 00:00:00.000' ts, TIMESTAMP '2017-01-01 00:00:00.000 UTC' tz,
              DATE '2017-01-02' dt, to_utf8('123') bin, ARRAY[1, 2] a, MAP(ARRAY[1, 3], ARRAY[2, 4]) m,
              CAST(ROW(1, NULL) AS ROW(a int, b varchar)) st, DECIMAL '123456789.1' dec,
              ARRAY[CAST(ROW('x') AS ROW(z varchar))] deep, ROW(1, 'q') bare, CAST(ARRAY[1] AS json) j""");
    assertThat(ended(id).status().stateChangeReason()).isNull();

    GetQueryResultsResponse results = results(id);
    List<ColumnInfo> columns = results.resultSet().resultSetMetadata().columnInfo();
    List<String> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnInfo column = columns.get(i);
      described.add(
          "%s %s(%d,%d) %s"
              .formatted(
                  column.name(),
                  column.type(),
                  column.precision(),
                  column.scale(),
                  results.resultSet().rows().get(1).data().get(i).varCharValue()));
    }
    assertThat(described)
        .containsExactly(
            "b boolean(0,0) true",
            "t tinyint(3,0) 127",
            "s smallint(5,0) 32767",
            "i integer(10,0) 2147483647",
            "l bigint(19,0) 9223372036854775807",
            "r float(17,0) 0.5",
            "d double(17,0) 0.25",
            "e double(17,0) 1.0E10",
            "n double(17,0) NaN",
            "v varchar(2147483647,0) a string",
            "v10 varchar(10,0) x",
            "c char(3,0) y  ",
            "ts timestamp(3,0) 2017-01-01 00:00:00.000",
            "tz timestamp with time zone(3,0) 2017-01-01 00:00:00.000 UTC",
            "dt date(0,0) 2017-01-02",
            "bin varbinary(1073741824,0) 31 32 33",
            "a array(0,0) [1, 2]",
            "m map(0,0) {1=2, 3=4}",
            "st row(0,0) {a=1, b=null}",
            "dec decimal(10,1) 123456789.1",
            "deep array(0,0) [{z=x}]",
            "bare row(0,0) {field0=1, field1=q}",
            "j json(0,0) [1]");
  }

  @Test
  void pagesResultsWithTheHeadOnTheFirst() throws InterruptedException {
    String id = run("SELECT n FROM UNNEST(sequence(1, 2500)) t (n) ORDER BY n");
    ended(id);

    GetQueryResultsResponse first = results(id);
    assertThat(first.resultSet().rows()).hasSize(1000);
    assertThat(texts(first.resultSet().rows())).startsWith(List.of("n"), List.of("1"));
    List<List<String>> all = new ArrayList<>();
    athena
        .getQueryResultsPaginator(request -> request.queryExecutionId(id).maxResults(999))
        .forEach(page -> all.addAll(texts(page.resultSet().rows())));
    assertThat(all).hasSize(2501).endsWith(List.of("2500"));

    String other = run("SELECT 1");
    ended(other);
    assertThatThrownBy(
            () ->
                athena.getQueryResults(
                    request -> request.queryExecutionId(other).nextToken(first.nextToken())))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () -> athena.getQueryResults(request -> request.queryExecutionId(id).maxResults(1001)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void saysWhyAQueryFails() throws InterruptedException {
    QueryExecution execution = ended(run("SELECT x FROM nothing.there"));

    assertThat(execution.status().state()).isEqualTo(QueryExecutionState.FAILED);
    assertThat(execution.status().stateChangeReason()).contains("_", ": ", "line 1:");
    assertThat(execution.status().athenaError().errorCategory()).isEqualTo(2);
    assertThatThrownBy(() -> results(execution.queryExecutionId()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void startsAQueryOnceForAToken() throws InterruptedException {
    String token = UUID.randomUUID().toString();
    String id = run(request -> request.queryString("SELECT 1").clientRequestToken(token));

    assertThat(run(request -> request.queryString("SELECT 1").clientRequestToken(token)))
        .isEqualTo(id);
    assertThatThrownBy(
            () -> run(request -> request.queryString("SELECT 2").clientRequestToken(token)))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(aws.athena().queries()).extracting(Started::token).containsExactly(token);
    ended(id);
  }

  @Test
  void startsAQueryWhoseAnswerIsLost() {
    String token = UUID.randomUUID().toString();
    aws.faults().on("StartQueryExecution").times(1).loseAnswer();

    try {
      // The JDK's client itself may post again.
      run(request -> request.queryString("SELECT 1").clientRequestToken(token));
    } catch (RuntimeException e) {
      run(request -> request.queryString("SELECT 1").clientRequestToken(token));
    }
    assertThat(aws.athena().queries()).filteredOn(query -> query.token().equals(token)).hasSize(1);
  }

  @Test
  void stopsAQueryThatHangs() throws InterruptedException {
    aws.athena().hang(1);
    String id = run("SELECT 1");
    await(id, QueryExecutionState.RUNNING);
    assertThatThrownBy(() -> results(id)).isInstanceOf(InvalidRequestException.class);

    athena.stopQueryExecution(request -> request.queryExecutionId(id));

    assertThat(execution(id).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
    assertThat(aws.athena().queries())
        .extracting(Started::state)
        .containsExactly(QueryState.CANCELLED);
    assertThat(ended(run("SELECT 1")).status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
  }

  @Test
  void stopsAQueryThatExecutesOrWaits() throws InterruptedException {
    String endless =
        run(
            "SELECT count(*) FROM UNNEST(sequence(1, 9999)) a, UNNEST(sequence(1, 9999)) b,"
                + " UNNEST(sequence(1, 9999)) c");
    await(endless, QueryExecutionState.RUNNING);
    athena.stopQueryExecution(request -> request.queryExecutionId(endless));
    assertThat(execution(endless).status().state()).isEqualTo(QueryExecutionState.CANCELLED);

    aws.athena().queueing(Duration.ofMinutes(10));
    String waiting = run("SELECT 1");
    assertThat(execution(waiting).status().state()).isEqualTo(QueryExecutionState.QUEUED);
    athena.stopQueryExecution(request -> request.queryExecutionId(waiting));
    assertThat(execution(waiting).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
  }

  @Test
  void reusesAResultThatIsYoungEnough() throws InterruptedException {
    Consumer<StartQueryExecutionRequest.Builder> query =
        request ->
            request
                .queryString("SELECT random()")
                .resultReuseConfiguration(
                    reuse ->
                        reuse.resultReuseByAgeConfiguration(
                            age -> age.enabled(true).maxAgeInMinutes(5)));
    QueryExecution first = ended(run(query));
    QueryExecution second = ended(run(query));

    assertThat(first.statistics().resultReuseInformation().reusedPreviousResult()).isFalse();
    assertThat(second.statistics().resultReuseInformation().reusedPreviousResult()).isTrue();
    assertThat(second.queryExecutionId()).isNotEqualTo(first.queryExecutionId());
    assertThat(texts(results(second.queryExecutionId()).resultSet().rows()))
        .isEqualTo(texts(results(first.queryExecutionId()).resultSet().rows()));
  }

  @Test
  void keepsManagedResultsToItself() throws InterruptedException {
    aws.athena().put(WorkGroup.of("managed").managing());
    String id = run(request -> request.queryString("SELECT 1 AS one").workGroup("managed"));

    QueryExecution execution = ended(id);
    assertThat(execution.managedQueryResultsConfiguration().enabled()).isTrue();
    assertThat(execution.resultConfiguration().outputLocation()).isNull();
    assertThat(texts(results(id).resultSet().rows())).contains(List.of("1"));
    assertThat(stored.objects).isEmpty();
  }

  @Test
  void knowsWorkGroups() throws InterruptedException {
    aws.athena().put(WorkGroup.of("team").writingTo("s3://team/out").enforcing());

    assertThat(
            athena
                .getWorkGroup(request -> request.workGroup("team"))
                .workGroup()
                .configuration()
                .resultConfiguration()
                .outputLocation())
        .isEqualTo("s3://team/out");
    assertThat(
            ended(run(request -> request.queryString("SELECT 1").workGroup("team")))
                .resultConfiguration()
                .outputLocation())
        .startsWith("s3://team/out/");
    assertThatThrownBy(() -> athena.getWorkGroup(request -> request.workGroup("nobody")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> athena.startQueryExecution(request -> request.queryString("SELECT 1")))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(athena.listEngineVersions(request -> {}).engineVersions()).hasSize(2);
  }

  @Test
  void answersWhatIsNoQueryInPlainLines() throws InterruptedException, FileNotFoundException {
    String id = run("SHOW CATALOGS");

    QueryExecution execution = ended(id);
    assertThat(execution.statementTypeAsString()).isEqualTo("UTILITY");
    assertThat(stored.text("s3://results/here/" + id + ".txt")).contains("system\n");
    assertThat(texts(results(id).resultSet().rows())).contains(List.of("system"));
  }

  @Test
  void isThrottled() {
    aws.faults().on("StartQueryExecution").times(1).throttle();

    assertThatThrownBy(() -> run("SELECT 1"))
        .isInstanceOfSatisfying(
            AthenaException.class, e -> assertThat(e.isThrottlingException()).isTrue());
    assertThat(aws.athena().queries()).isEmpty();
  }
}
