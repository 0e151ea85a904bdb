package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SchemaCrawler, which asks for all metadata that JDBC has. */
@Timeout(60)
final class SchemaCrawlerTest {
  @Test
  void crawlsTheWholeLake(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("lake.txt");
    ClientProcess.Ended ended =
        ClientProcess.of("schemacrawler", folder)
            .run(
                "schemacrawler.Main",
                List.of(
                    "--url",
                    Lake.url(),
                    "--user",
                    "",
                    "--password",
                    "",
                    "--info-level=maximum",
                    "--command=details",
                    "--no-info",
                    "--output-format=text",
                    "--output-file",
                    text.toString()));
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).doesNotContainIgnoringCase("exception");
    Kept.assertKept("schemacrawler.txt", Files.readString(text));
  }
}
