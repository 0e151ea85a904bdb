package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.standin.redshift.RedshiftStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No secret is printed or logged by anybody, nor stands in any message or text of Sluice's. */
@Tag("long")
@Timeout(180)
final class SecretsTest {
  @Test
  void secretsAreShownNowhere(@TempDir Path folder) throws Exception {
    Path secrets = folder.resolve("secrets");
    CommandLine.Ended ended =
        CommandLine.ended(
            new CommandLine(folder, Map.of())
                .start(
                    List.of("-Dslf4j.provider=" + PrintingLogs.class.getName()),
                    Planted.class.getName(),
                    folder.toString(),
                    secrets.toString()));
    String said = ended.out() + ended.err();
    assertThat(ended.code()).as(said).isZero();
    assertEverythingHappened(said);
    for (String secret : Files.readAllLines(secrets)) {
      assertThat(said.lines().filter(line -> line.contains(secret))).isEmpty();
    }
  }

  /** Each success and failure came about, and logging was seen: the search is not in vain. */
  private static void assertEverythingHappened(String said) {
    assertThat(said)
        .contains("1 row of athena", "1 row of spectrum", "all done")
        .contains("INFO com.zaxxer.hikari")
        .contains("ACCESS_DENIED", "CREDENTIALS_INVALID", "ENGINE_UNAVAILABLE", "ENGINE_FAILED")
        .contains("CONFIGURATION_INVALID");
  }

  @Test
  void whatTheEnvironmentHoldsIsShownNowhere(@TempDir Path folder) throws Exception {
    NumberedLake.write(folder.resolve("lake"));
    Files.writeString(
        folder.resolve("sluice.yaml"),
        """
        lake: lake
        files:
          inspect: false
        engines:
          spectrum:
            url: jdbc:redshift://127.0.0.1:1/dev?password=${REDSHIFT_PASSWORD}
            user: analyst
            password: ${REDSHIFT_PASSWORD}
            driver:
              SessionToken: ${REDSHIFT_PASSWORD}
        """);
    CommandLine shell =
        new CommandLine(folder, Map.of("REDSHIFT_PASSWORD", RedshiftStandIn.PASSWORD));
    for (Map.Entry<String, String> said :
        Map.of("explain", "\"narrow\"", "query", "cannot be reached").entrySet()) {
      CommandLine.Ended ended =
          shell.sluice(
              "--verbose",
              said.getKey(),
              "--config",
              "sluice.yaml",
              "--prefer",
              "spectrum",
              "SELECT n FROM web.narrow");
      assertThat(ended.out() + ended.err())
          .contains(said.getValue())
          .doesNotContain(RedshiftStandIn.PASSWORD);
    }
  }
}
