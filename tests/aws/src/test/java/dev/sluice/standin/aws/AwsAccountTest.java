package dev.sluice.standin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** Athena, Glue and S3 together: Trino is a client of both that nobody here wrote. */
class AwsAccountTest {
  @Test
  void answersFromFilesInS3ByTablesInGlue(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (AwsAccount account = AwsAccount.start(folder, Clock.systemUTC());
        AthenaClient athena =
            Clients.of(account.services(), AthenaClient.builder(), account.services().user())) {
      account.s3().objects().bucket("bucket");
      account.s3().objects().bucket("results");
      ObjectNode visits = Entries.table("web", "visits", "day", "hour:int");
      asText(visits);
      List<ObjectNode> partitions = new ArrayList<>();
      for (int day = 1; day <= 9; day++) {
        for (int hour = 0; hour < 24; hour++) {
          ObjectNode partition = Entries.partition(visits, "2019-03-0" + day, String.valueOf(hour));
          asText(partition);
          partitions.add(partition);
          if (hour > 20) {
            account
                .s3()
                .objects()
                .put(
                    "s3://bucket/web/visits/2019-03-0%d/%d/file.txt".formatted(day, hour),
                    "%d\u0001of day %d\n".formatted(hour, day).getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      account.services().glue().database(AwsStandIn.ACCOUNT, "web");
      account.services().glue().table(AwsStandIn.ACCOUNT, "web", visits, partitions);

      String id =
          athena
              .startQueryExecution(
                  request ->
                      request
                          .queryString(
                              "SELECT id, secret, hour FROM web.visits WHERE day = '2019-03-04' AND"
                                  + " hour > 21 ORDER BY id")
                          .resultConfiguration(to -> to.outputLocation("s3://results/")))
              .queryExecutionId();
      QueryExecution ended = ended(athena, id);

      assertThat(ended.status().stateChangeReason()).isNull();
      assertThat(ended.statistics().dataScannedInBytes()).isPositive();
      assertThat(
              new String(
                  account.s3().objects().get("s3://results/" + id + ".csv"),
                  StandardCharsets.UTF_8))
          .isEqualTo(
              "\"id\",\"secret\",\"hour\"\n\"22\",\"of day 4\",\"22\"\n\"23\",\"of day 4\",\"23\"\n");
      assertThat(account.services().calls().all())
          .extracting(Calls.Made::operation)
          .contains("GetTable", "GetPartitions");
    }
  }

  private static QueryExecution ended(AthenaClient athena, String id) throws InterruptedException {
    while (true) {
      QueryExecution execution =
          athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
      QueryExecutionState state = execution.status().state();
      if (state != QueryExecutionState.QUEUED && state != QueryExecutionState.RUNNING) {
        return execution;
      }
      Thread.sleep(20);
    }
  }

  private static void asText(ObjectNode entry) {
    ObjectNode descriptor = entry.withObject("StorageDescriptor");
    descriptor.put("InputFormat", "org.apache.hadoop.mapred.TextInputFormat");
    descriptor.put("OutputFormat", "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
    descriptor
        .withObject("SerdeInfo")
        .put("SerializationLibrary", "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe");
  }
}
