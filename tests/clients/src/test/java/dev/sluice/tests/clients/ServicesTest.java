package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar's own clients of Glue, Athena and Redshift get as far as the network, where nobody
 * listens: none of their classes, services or resources is missed on the way.
 */
@Timeout(60)
final class ServicesTest {
  private static final String NOBODY = "127.0.0.1:1";
  private static final String QUERY = "SELECT name FROM web.campaigns";
  private static final String AWS =
      """
      aws:
        region: eu-west-1
        endpoints: {athena: 'http://%1$s', glue: 'http://%1$s', s3: 'http://%1$s', sts: 'http://%1$s'}
      """
          .formatted(NOBODY);

  private final Path folder;

  ServicesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> look(String url) throws Exception {
    ClientProcess.Ended ended =
        ClientProcess.alone(folder)
            .run("dev.sluice.tests.clients.FirstLookProgram", List.of(url, QUERY));
    assertThat(ended.err()).as("a tool's console stays its own").isEmpty();
    return ended.lines();
  }

  private String configured(String more) throws Exception {
    return "jdbc:sluice:config:" + Files.writeString(folder.resolve("sluice.yaml"), AWS + more);
  }

  @Test
  void asksGlue() throws Exception {
    assertThat(look(configured("glue: {}\n")))
        .anyMatch(line -> line.matches("08001 Glue cannot list databases: .*refused.*"));
  }

  @Test
  void asksAthena() throws Exception {
    String lake = Lake.url().substring("jdbc:sluice:lake:".length());
    assertThat(look(configured("lake: " + lake + "\nengines: {athena: {workgroup: tests}}\n")))
        .anyMatch(line -> line.matches("08001 Athena cannot start the query: .*refused.*"));
  }

  @Test
  void asksRedshiftAndLeavesTheToolsDriversAlone() throws Exception {
    String url =
        Lake.url()
            + "?prefer=spectrum&schemas=web:web&spectrum.discover=false&user=tests&password=tests"
            + "&redshiftUrl=jdbc:redshift://"
            + NOBODY
            + "/dev";
    List<String> lines = look(url);
    assertThat(lines).anyMatch(line -> line.matches("08001 Redshift at .*refused.*"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("registered"))
        .containsExactly("registered dev.sluice.jdbc.SluiceDriver");
  }
}
