package dev.sluice.benchmarks;

import dev.sluice.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line in a Java of its own, with the options and the archive that {@code ./sluice}
 * gives it, on a lake of a few hundred partitions.
 */
record ExplainProcess(HourlyLake lake, Path archive, List<String> command) {
  static final ExplainProcess NONE = new ExplainProcess(HourlyLake.NONE, Path.of(""), List.of());

  private static final int PARTITIONS = 500;

  /** Another query than the one that is measured, as a launcher cannot know what will be asked. */
  private static final String TRIAL =
      "SELECT h.page AS b, count(*) AS n, max(c0) FROM web.hits AS h"
          + " WHERE h.datetime BETWEEN '1' AND '2' GROUP BY h.page ORDER BY n DESC LIMIT 3";

  static ExplainProcess prepare(boolean archived) throws IOException, InterruptedException {
    HourlyLake lake = HourlyLake.write(PARTITIONS, 2);
    Path archive = lake.folder().resolve("classes.jsa");
    if (archived) {
      run(command("-XX:ArchiveClassesAtExit=" + archive, lake, TRIAL));
    }
    String sharing = archived ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
    return new ExplainProcess(lake, archive, command(sharing, lake, HourlyLake.FOUR_HOURS));
  }

  void run() throws IOException, InterruptedException {
    run(command);
  }

  void delete() throws IOException {
    Files.deleteIfExists(archive);
    lake.delete();
  }

  private static List<String> command(String sharing, HourlyLake lake, String sql) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
    command.addAll(List.of(sharing, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "explain", "--lake", lake.folder().toString()));
    command.add(sql);
    return command;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    File nowhere =
        new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(nowhere)
            .redirectError(nowhere)
            .redirectInput(nowhere)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("explain ended with " + code);
    }
  }
}
