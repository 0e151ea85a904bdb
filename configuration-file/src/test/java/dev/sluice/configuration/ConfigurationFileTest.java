package dev.sluice.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Fallback;
import dev.sluice.FileInspection;
import dev.sluice.PlanOptions;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationFileTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  private final Path folder;

  ConfigurationFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SluiceConfiguration read(String yaml) throws IOException {
    return ConfigurationFile.read(Files.writeString(folder.resolve("sluice.yaml"), yaml)).build();
  }

  @Test
  void readsEverything() throws IOException {
    Path lake = Files.createDirectory(folder.resolve("my lake"));
    Path matrix = Files.createFile(folder.resolve("ours.yaml"));
    SluiceConfiguration configuration =
        read(
            """
            lake: my lake
            matrix: ours.yaml
            policy:
              prefer: [spectrum, Athena]
              strict: true
              require-partition-filter: [web.events, Web.Clicks]
            limits:
              depth: 500
              characters: 2000000
            files:
              inspect: false
              seconds: 30
              cache: footers
            engines:
              athena:
              spectrum:
                port: 5439
                schemas: {web: ext_web}
                hosts: [a, b]
            """);
    assertThat(configuration.lake()).contains(lake);
    assertThat(configuration.matrixOverlay()).contains(matrix);
    assertThat(configuration.policy()).isEqualTo(new PlanOptions(List.of(SPECTRUM, ATHENA), true));
    assertThat(configuration.requirePartitionFilter())
        .containsExactlyInAnyOrder(new TableName("web", "events"), new TableName("web", "clicks"));
    assertThat(configuration.limits())
        .isEqualTo(new QueryLimits(2_000_000, QueryLimits.DEFAULT.tokens(), 500));
    assertThat(configuration.fileInspection())
        .isEqualTo(new FileInspection(false, Duration.ofSeconds(30), folder.resolve("footers")));
    assertThat(configuration.engine(ATHENA)).isEmpty();
    assertThat(configuration.engine(SPECTRUM))
        .isEqualTo(Map.of("port", "5439", "schemas.web", "ext_web", "hosts", "a,b"));
  }

  @Test
  void readsWhoCallsAwsAndWhichCatalog() throws IOException {
    SluiceConfiguration configuration =
        read(
            """
            aws:
              profile: analytics
              endpoints: {glue: "http://localhost:1"}
            glue:
              databases: [web, ads]
            """);
    assertThat(configuration.aws())
        .isEqualTo(Map.of("profile", "analytics", "endpoints.glue", "http://localhost:1"));
    assertThat(configuration.glue()).contains(Map.of("databases", "web,ads"));
    assertThat(read("glue:").glue()).contains(Map.of());
    assertThat(read("").glue()).isEmpty();
  }

  @Test
  void theEnvironmentHoldsWhatShouldNotStandInAFile() throws IOException {
    String yaml = "engines: {spectrum: {password: '${SECRET}', user: a$b, url: 'x/${DB}?${DB}'}}";
    Path file = Files.writeString(folder.resolve("sluice.yaml"), yaml);
    Map<String, String> environment = Map.of("SECRET", "a$1\\b", "DB", "dev");
    assertThat(ConfigurationFile.read(file, environment::get).build().engine(SPECTRUM))
        .isEqualTo(Map.of("password", "a$1\\b", "user", "a$b", "url", "x/dev?dev"));
    assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of("DB", "dev")::get))
        .hasMessageContaining("line 1: the environment has no variable SECRET");
  }

  @Test
  void oneCatalogIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("here"));
    assertThatThrownBy(() -> read("lake: here\nglue:\n"))
        .hasMessageContaining("line 2: 'lake' and 'glue' each name the catalog");
  }

  @Test
  void aPartitionFilterMayBeAskedOfEveryTable() throws IOException {
    SluiceConfiguration configuration = read("policy: {require-partition-filter: true}");
    assertThat(configuration.policy().requirePartitionFilter()).isTrue();
    assertThat(configuration.requirePartitionFilter()).isEmpty();
  }

  @Test
  void whatHappensWhereOnlyALastResortCanAnswer() throws IOException {
    SluiceConfiguration configuration = read("policy: {fallback: convert, convert-at-most: 500MB}");
    assertThat(configuration.policy().fallback()).isEqualTo(Fallback.CONVERT);
    assertThat(configuration.convertAtMost()).isEqualTo(500_000_000);
    assertThat(read("policy: {fallback: off}").policy().fallback()).isEqualTo(Fallback.OFF);
    assertThat(read("").policy().fallback()).isEqualTo(Fallback.QUERY);
    assertThat(read("").convertAtMost()).isEqualTo(10_000_000_000L);
    assertThatThrownBy(() -> read("policy: {fallback: never}"))
        .hasMessageContaining("line 1: 'fallback' is off, query or convert, not 'never'");
    assertThatThrownBy(() -> read("policy: {convert-at-most: much}"))
        .hasMessageContaining("'convert-at-most' is a number of bytes, such as 500MB or 10GB");
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    assertThat(read("# nothing yet\n").lake()).isEmpty();
    assertThat(read("").policy()).isEqualTo(PlanOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lakes: x                       | line 1: unknown key 'lakes'; did you mean lake?",
        "policy:\\n  perfer: [spark]    | line 2: unknown key 'policy.perfer'; did you mean prefer",
        "policy:\\n  prefer:\\n  - sprak | line 3: 'sprak' is no engine; did you mean spark?",
        "engines:\\n  presto: {}        | line 2: 'presto' is no engine; known are athena",
        "policy:\\n  strict: yes        | line 2: 'strict' is true or false, not 'yes'",
        "policy:\\n  require-partition-filter: [a] | line 2: 'require-partition-filter' lists tables as",
        "limits:\\n  dept: 3          | line 2: unknown limit 'limits.dept'; did you mean depth?",
        "limits:\\n  depth: deep      | line 2: limits.depth is a whole number from 1 to 3000, not 'deep'",
        "limits:\\n  depth: 3001      | line 2: limits.depth is a whole number from 1 to 3000, not '3001'",
        "limits:\\n  tokens: 0        | line 2: limits.tokens is a whole number from 1 to 2000000, not '0'",
        "files:\\n  seconds: 0         | line 2: 'seconds' is a whole number from 1 to 86400, not '0'",
        "files:\\n  inspekt: true      | line 2: unknown key 'files.inspekt'; did you mean inspect?",
        "policy: [a]                    | line 1: policy holds keys and values, not a list",
        "\\nlake: [a]                   | line 2: 'lake' is one value, not a list",
        "lake: none                     | line 1: there is no lake folder at",
        "matrix: none                   | line 1: there is no matrix file at",
        "lake:                          | line 1: 'lake' needs a path",
        "policy: {}\\npolicy: {}        | line 2: 'policy' stands here a second time",
        "just text                      | line 1: The file holds keys and values, not a value",
        "a: b: c                        | line 1: is not YAML: mapping values are not allowed"
      })
  void anErrorNamesTheLineAndTheNearest(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.strip().replace("\\n", "\n")))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("sluice.yaml, " + message)
        .extracting(error -> ((SluiceException) error).code())
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> ConfigurationFile.read(folder.resolve("none.yaml")))
        .hasMessageContaining("No configuration file at " + folder.resolve("none.yaml"));
  }
}
