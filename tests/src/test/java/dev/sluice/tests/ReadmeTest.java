package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java compiles, and does what it says: in a process of its own, beside a lake. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final String TABLES =
      """
      {"TableList": [{
        "Name": "clicks", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
        "StorageDescriptor": {
          "Columns": [
            {"Name": "click_id", "Type": "string"},
            {"Name": "page", "Type": "struct<url:string,section:string>"}],
          "Location": "clicks",
          "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
          "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"}}}]}
      """;
  private static final String ROWS =
      """
      {"click_id": "a", "page": {"url": "/x", "section": "news"}}
      {"click_id": "b", "page": {"url": "/y", "section": "news"}}
      {"click_id": "c", "page": {"url": "/z", "section": "shop"}}
      """;

  private final Path folder;

  ReadmeTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("lake/catalog"));
    Files.createDirectories(folder.resolve("lake/clicks"));
    Files.writeString(folder.resolve("lake/catalog/web.tables.json"), TABLES);
    Files.writeString(folder.resolve("lake/clicks/part-0.json"), ROWS);
  }

  private static String example() throws IOException {
    Matcher block = JAVA.matcher(Files.readString(Repository.ROOT.resolve("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private String run(String source) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsluice.spark.classpath=" + System.getProperty("sluice.spark.classpath"),
            "-cp",
            System.getProperty("java.class.path"),
            file.toString());
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(out)).isZero();
      return Files.readString(out);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(180)
  void itsJavaRuns() throws IOException, InterruptedException {
    String source =
        """
        import dev.sluice.*;
        import java.nio.file.Path;

        class Example {
          public static void main(String[] args) {
        %s  }
        }
        """
            .formatted(example());

    assertThat(run(source).lines())
        .contains("news: 2", "shop: 1")
        .anyMatch(line -> line.contains("Spark"));
  }
}
