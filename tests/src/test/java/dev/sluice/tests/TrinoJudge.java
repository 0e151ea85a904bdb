package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A real Trino in a process of its own, over tables without rows. It does not start after Java 21.
 */
final class TrinoJudge {
  private static final int MINUTES = 5;

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode asked = json.createObjectNode();

  TrinoJudge() {
    asked.putArray("tables");
  }

  /** Columns of types that no engine reads are left out. */
  void add(Catalog catalog) {
    for (String database : catalog.databases()) {
      for (Table table : catalog.tables(database)) {
        ObjectNode told = asked.withArray("tables").addObject();
        told.put("database", database).put("name", table.name().table()).putArray("columns");
        table.allColumns().stream()
            .filter(column -> !(column.type() instanceof DataType.Unsupported))
            .forEach(
                column ->
                    told.withArray("columns")
                        .addObject()
                        .put("name", column.name())
                        .put("type", column.type().toString()));
      }
    }
  }

  /** Has it plan a text. */
  void plan(String text) {
    asked.withArray("texts").add(text);
  }

  /** Has it run a text. */
  void run(String text) {
    asked.withArray("run").add(text);
  }

  /** What it says of each text, in the order in which they were given, those that run last. */
  JsonNode judge(Path folder) throws IOException, InterruptedException {
    File question = folder.resolve("asked.json").toFile();
    File answer = folder.resolve("judged.json").toFile();
    json.writeValue(question, asked);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process trino =
        new ProcessBuilder(
                java.toString(),
                "-Xmx1g",
                "-cp",
                classPath(),
                "dev.sluice.trino.Judge",
                question.toString(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("trino.log").toFile())
            .start();
    try {
      assertThat(trino.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(trino.exitValue()).as(log(folder)).isZero();
    } finally {
      trino.destroyForcibly();
    }
    return json.readTree(answer);
  }

  private static String classPath() throws IOException {
    Path target = Path.of(System.getProperty("sluice.trino.target"));
    String libraries = Files.readString(target.resolve("trino.classpath")).strip();
    return target.resolve("classes") + File.pathSeparator + libraries;
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("trino.log"));
  }
}
