package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the live clients bring with them, and that nobody needs it who does not use them. */
@Timeout(60)
final class FootprintTest {
  private static final long MOST_OF_AWS = 26_000_000;

  /** What the clients alone need: their own dependencies are optional. */
  private static final List<String> OF_CLIENTS =
      List.of(
          "/software/amazon/",
          "/reactive-streams/",
          "/com/amazon/redshift/",
          "/com/zaxxer/",
          "/de/siegmar/fastcsv/",
          "/aws-access/",
          "/result-values/");

  private static List<Path> ofAws() {
    return CommandLine.testsClassPath().stream()
        .map(entry -> entry.replace('\\', '/'))
        .filter(entry -> entry.contains("/software/amazon/") || entry.contains("reactive-streams"))
        .map(Path::of)
        .toList();
  }

  /** Athena, Glue, S3, STS, SSO and all that they need, with the JDK's HTTP alone. */
  @Test
  void theSdkOfAwsTakesAtMost26Megabytes() throws IOException {
    List<String> names = ofAws().stream().map(jar -> jar.getFileName().toString()).toList();
    for (String service : List.of("athena", "glue", "s3", "sts", "sso", "url-connection-client")) {
      assertThat(names).anyMatch(name -> name.matches(service + "-[\\d.]+\\.jar"));
    }
    assertThat(names)
        .noneMatch(
            name -> name.matches("(netty-nio-client|apache5?-client|aws-crt.*)-[\\d.]+\\.jar"));
    long bytes = 0;
    for (Path jar : ofAws()) {
      bytes += Files.size(jar);
    }
    assertThat(bytes).isBetween(1_000_000L, MOST_OF_AWS);
  }

  @Test
  void whoeverPlansOnlyNeedsNoneOfIt(@TempDir Path folder) throws Exception {
    NumberedLake.write(folder.resolve("lake"));
    List<String> less =
        CommandLine.testsClassPath().stream()
            .filter(entry -> OF_CLIENTS.stream().noneMatch(entry.replace('\\', '/')::contains))
            .toList();
    assertThat(less).hasSizeLessThan(CommandLine.testsClassPath().size() - OF_CLIENTS.size());
    CommandLine.Ended ended =
        new CommandLine(folder, Map.of(), less)
            .sluice("explain", "--lake", "lake", "SELECT n FROM web.narrow");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("Athena", "Spectrum", "FROM \"web\".\"narrow\"");
    assertThat(ended.code()).isZero();
  }
}
