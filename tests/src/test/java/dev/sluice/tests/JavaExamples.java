package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Java in a page: it is compiled and run in a process of its own, beside a small lake. */
final class JavaExamples {
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
  private final List<String> blocks;

  /**
   * @param page below the repository's root
   * @param folder where the lake {@code lake} is written, and the code run
   */
  JavaExamples(String page, Path folder) throws IOException {
    this.folder = folder;
    String text = Files.readString(Repository.ROOT.resolve(page));
    this.blocks = JAVA.matcher(text).results().map(JavaExamples::code).toList();
    assertThat(blocks).isNotEmpty();
    Files.createDirectories(folder.resolve("lake/catalog"));
    Files.createDirectories(folder.resolve("lake/clicks"));
    Files.writeString(folder.resolve("lake/catalog/web.tables.json"), TABLES);
    Files.writeString(folder.resolve("lake/clicks/part-0.json"), ROWS);
  }

  private static String code(MatchResult block) {
    return block.group(1);
  }

  /** What all of them print, one after the other. */
  List<String> run() throws IOException, InterruptedException {
    StringBuilder source = new StringBuilder();
    source.append("import dev.sluice.*;\nimport java.nio.file.*;\nimport java.util.*;\n");
    source.append("import java.util.stream.*;\n\nclass Example {\n");
    source.append("  public static void main(String[] args) throws Exception {\n");
    blocks.forEach(block -> source.append("{\n").append(block).append("}\n"));
    source.append("  }\n}\n");
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
      assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(out)).isZero();
      return Files.readAllLines(out);
    } finally {
      process.destroyForcibly();
    }
  }
}
