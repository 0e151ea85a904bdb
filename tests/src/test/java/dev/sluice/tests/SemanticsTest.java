package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/semantics.md} promises nothing that no test holds. */
class SemanticsTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/semantics.md");
  private static final Pattern REFERENCE = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern.compile("(\\w+)#(\\w+)");
  private static final Pattern LINE = Pattern.compile("(spark|spectrum)/(\\w+\\.txt): (.+)");
  private static final Pattern QUERY = Pattern.compile("golden/([\\w-]+)");
  private static final List<Path> TESTS = tests();

  /** The rows of the page's tables. */
  static Stream<String> points() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| point "));
  }

  @Test
  void thePageHasPoints() throws IOException {
    assertThat(points()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("points")
  void everyPointNamesWhatHoldsIt(String row) {
    String[] cells = row.split("(?<!\\\\)\\|");
    List<String> held =
        REFERENCE.matcher(cells[cells.length - 1]).results().map(found -> found.group(1)).toList();
    assertThat(cells).hasSize(6);
    assertThat(held).isNotEmpty().allSatisfy(one -> assertThat(isThere(one)).as(one).isTrue());
  }

  private static boolean isThere(String reference) {
    Matcher method = METHOD.matcher(reference);
    Matcher line = LINE.matcher(reference);
    Matcher query = QUERY.matcher(reference);
    if (method.matches()) {
      return isTest(method.group(1), method.group(2));
    } else if (line.matches()) {
      return read(resource(line.group(1), line.group(2))).contains("\n" + line.group(3).strip());
    }
    return query.matches()
        && Files.exists(Repository.RESOURCES.resolve("golden/" + query.group(1) + "/query.sql"));
  }

  private static Path resource(String engine, String file) {
    String folder = "dialect-" + engine + "/src/test/resources/dev/sluice/" + engine + "/sql/";
    return Repository.ROOT.resolve(folder + (engine.equals("spectrum") ? "golden/" : "") + file);
  }

  private static boolean isTest(String className, String method) {
    Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
    return TESTS.stream()
        .filter(file -> file.endsWith(className + ".java"))
        .anyMatch(file -> declared.matcher(read(file)).find());
  }

  private static List<Path> tests() {
    try (Stream<Path> files = Files.walk(Repository.ROOT)) {
      return files.filter(file -> file.toString().contains("/src/test/java/")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return "\n" + Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
