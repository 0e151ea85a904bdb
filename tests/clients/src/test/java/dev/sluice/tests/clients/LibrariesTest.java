package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HikariCP with its defaults, and Spring's JdbcTemplate and MyBatis on its connections. */
@Timeout(240)
final class LibrariesTest {
  @Test
  void aPoolSpringAndMyBatisAskTheLake(@TempDir Path folder) throws Exception {
    ClientProcess.Ended ended =
        ClientProcess.of("libraries", folder)
            .run("dev.sluice.tests.clients.LibrariesProgram", List.of(Lake.urlWithSpark()));
    Kept.assertKept("libraries.txt", String.join("\n", ended.lines()) + "\n");
    assertThat(ended.err()).isEmpty();
  }
}
