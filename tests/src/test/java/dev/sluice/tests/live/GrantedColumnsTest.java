package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.FileSample;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.CheckupPage;
import dev.sluice.doctor.Doctor;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers to whom Lake Formation grants some of a table's columns. */
class GrantedColumnsTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPARK = EngineName.of("spark");
  private static final String ALL = "SELECT * FROM web.people WHERE day = '1'";

  private final AwsStandIn aws = AwsStandIn.start();
  private final Credentials analyst =
      aws.callers()
          .user(
              "AKIASLUICETESTS00002", "another-secret", Caller.user(AwsStandIn.ACCOUNT, "analyst"));

  @BeforeEach
  void database() {
    aws.glue().database(AwsStandIn.ACCOUNT, "web");
    aws.glue().permissions().hideColumns(analyst.caller(), "web", "people", Set.of("salary"));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  /** Columns {@code id}, {@code salary}, {@code name}; two partitions that have them too. */
  private void table(String inputFormat, String serde) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode descriptor =
        (ObjectNode)
            json.readTree(
                """
                {"Location": "s3://bucket/people/", "InputFormat": "%s",
                 "SerdeInfo": {"SerializationLibrary": "%s"},
                 "Columns": [{"Name": "id", "Type": "bigint"}, {"Name": "salary", "Type": "bigint"},
                             {"Name": "name", "Type": "string"}]}"""
                    .formatted(inputFormat, serde));
    ObjectNode table =
        json.createObjectNode()
            .put("Name", "people")
            .put("DatabaseName", "web")
            .put("CatalogId", AwsStandIn.ACCOUNT)
            .put("TableType", "EXTERNAL_TABLE")
            .put("IsRegisteredWithLakeFormation", true);
    ArrayNode keys = table.putArray("PartitionKeys");
    keys.addObject().put("Name", "day").put("Type", "string");
    table.set("StorageDescriptor", descriptor);
    List<ObjectNode> partitions =
        List.of("1", "2").stream()
            .map(
                day -> {
                  ObjectNode partition = json.createObjectNode();
                  partition.putArray("Values").add(day);
                  partition.set(
                      "StorageDescriptor",
                      descriptor.deepCopy().put("Location", "s3://bucket/people/day=" + day));
                  return partition;
                })
            .toList();
    aws.glue().table(AwsStandIn.ACCOUNT, "web", table, partitions);
  }

  private void parquet() throws IOException {
    table(
        "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
        "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe");
  }

  /** Athena finds its columns by position where the table does not say otherwise. */
  private void orc() throws IOException {
    table(
        "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
        "org.apache.hadoop.hive.ql.io.orc.OrcSerde");
  }

  private Sluice as(Credentials caller) {
    Path file = Path.of(System.getProperty("aws.sharedCredentialsFile"));
    String profile = "granted-" + caller.accessKey();
    try {
      String known = Files.exists(file) ? Files.readString(file) : "";
      if (!known.contains("[" + profile + "]")) {
        Files.writeString(
            file,
            known
                + "[%s]\naws_access_key_id=%s\naws_secret_access_key=%s\n"
                    .formatted(profile, caller.accessKey(), caller.secret()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Sluice.open(
        SluiceConfiguration.builder()
            .aws("region", AwsStandIn.REGION)
            .aws("profile", profile)
            .aws("endpoints.glue", aws.uri().toString())
            .aws("endpoints.sts", aws.uri().toString())
            .glue(Map.of())
            .build());
  }

  private static Candidate candidate(Plan plan, EngineName engine) {
    return plan.decision().candidates().stream()
        .filter(each -> each.engine().equals(engine))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStarIsWhatTheCallerMaySeeAndNoCallerLearnsFromAnother() throws IOException {
    parquet();
    try (Sluice all = as(aws.user());
        Sluice some = as(analyst)) {
      assertThat(columns(all.plan(ALL))).containsExactly("id", "salary", "name", "day");
      assertThat(columns(some.plan(ALL))).containsExactly("id", "name", "day");
      assertThat(columns(all.plan(ALL))).containsExactly("id", "salary", "name", "day");
      assertThat(Objects.requireNonNull(candidate(some.plan(ALL), ATHENA).query()).toString())
          .doesNotContain("salary");
      assertThatThrownBy(() -> some.plan("SELECT salary FROM web.people WHERE day = '1'"))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("salary")
          .hasMessageNotContaining("bigint");
    }
    assertThat(aws.calls().count("GetTable")).as("one a caller").isEqualTo(2);
  }

  private static List<String> columns(Plan plan) {
    return plan.columns().stream().map(column -> column.name()).toList();
  }

  @Test
  void aTableUnderLakeFormationStaysOffSpark() throws IOException {
    parquet();
    try (Sluice some = as(analyst)) {
      assertThat(candidate(some.plan(ALL), SPARK).reasons())
          .extracting(Reason::capability)
          .contains("UNDER_LAKE_FORMATION");
    }
  }

  @Test
  void columnsThatPartitionsHaveAndTheTableHidesAreNoDriftWhereNamesTell() throws IOException {
    parquet();
    aws.glue().permissions().showAllInPartitions();
    try (Sluice some = as(analyst)) {
      Plan plan = some.plan(ALL);

      assertThat(candidate(plan, ATHENA).isRefused()).isFalse();
      assertThat(plan.toString()).doesNotContain("salary");
    }
  }

  @Test
  void whereOnlyPlacesTellTheRefusalDoesNotNameThem() throws IOException {
    orc();
    aws.glue().permissions().showAllInPartitions();
    try (Sluice some = as(analyst)) {
      Plan plan = some.plan(ALL);

      assertThat(candidate(plan, ATHENA).isRefused()).isTrue();
      assertThat(candidate(plan, ATHENA).reasons().toString())
          .contains(
              "(not shown 1)", "column removed, or hidden by Lake Formation, since 1 of the 1");
      assertThat(plan.toString()).doesNotContain("salary");
    }
    try (Sluice all = as(aws.user())) {
      assertThat(candidate(all.plan(ALL), ATHENA).isRefused()).isFalse();
    }
  }

  @Test
  void theDoctorDoesNotNameThemEither() throws IOException {
    orc();
    aws.glue().permissions().showAllInPartitions();
    try (Sluice some = as(analyst)) {
      Doctor doctor =
          new Doctor(
              table -> some.catalog().partitions(table, List.of()),
              some.files(),
              location -> List.of(),
              FileSample.ALL,
              RunListener.NONE);
      Checkup checkup =
          doctor.examine(some.catalog().table(new TableName("web", "people")).orElseThrow());

      assertThat(checkup.drift()).isNotEmpty();
      assertThat(checkup.toString() + CheckupPage.of(new LakeCheckup(List.of(checkup), List.of())))
          .contains("(not shown 1)")
          .doesNotContain("salary");
    }
  }
}
