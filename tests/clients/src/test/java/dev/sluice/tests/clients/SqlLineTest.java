package dev.sluice.tests.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SQLLine, a shell for any database: what it asks of metadata, and rows in several shapes. */
@Timeout(240)
final class SqlLineTest {
  private static final String SCRIPT =
      """
      !set outputformat csv
      !schemas
      !tables
      !tables click%
      !describe sessions
      !columns campaigns
      !primarykeys campaigns
      !set outputformat vertical
      SELECT session_id, entry, pages, traits FROM web.sessions WHERE page_count = 2 ORDER BY session_id LIMIT 1;
      !set outputformat table
      SELECT page.section AS section, count(*) AS n FROM web.clicks GROUP BY 1 ORDER BY n DESC, section LIMIT 3;
      !set outputformat json
      SELECT click_id, items FROM web.clicks WHERE datetime = '2019-03-28-10' ORDER BY click_id LIMIT 2;
      !set outputformat csv
      SELECT nothing FROM web.clicks;
      SELECT name, start_date, daily_budget, is_active FROM web.campaigns ORDER BY name LIMIT 3;
      !close
      """;

  private static String withoutTraces(String text) {
    return text.lines()
            .filter(line -> !line.matches("\\s.*|Caused by: .*|[a-z.]+\\.[A-Za-z]+: .*"))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  @Test
  void listsDescribesAndShowsRowsInEachOfItsFormats(@TempDir Path folder) throws Exception {
    Path script = Files.writeString(folder.resolve("session.sql"), SCRIPT);
    ClientProcess.Ended ended =
        ClientProcess.of("sqlline", folder)
            .run(
                "sqlline.SqlLine",
                List.of(
                    "-u",
                    Lake.urlWithSpark(),
                    // Without a name it asks for one.
                    "-n",
                    "",
                    "-p",
                    "",
                    "--showElapsedTime=false",
                    "--verbose=false",
                    "--maxWidth=100",
                    "--force=true",
                    "-f",
                    script.toString()));
    Kept.assertKept("sqlline.txt", ended.out() + withoutTraces(ended.err()));
  }
}
