package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the source text shows. */
class SourceTest {
  private static final Pattern ENGINE_LITERAL =
      Pattern.compile(
          "\"[^\"]*\\b(athena|spectrum|redshift|spark)\\b[^\"]*\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSOLE =
      Pattern.compile("System\\.(out|err)\\b|\\.printStackTrace\\(\\)");

  @Test
  void thePlannerNamesNoEngine() {
    assertThat(
            lines(
                file -> isMainOf(file, "sql-rewriter") || isMainOf(file, "federation-api"),
                ENGINE_LITERAL))
        .isEmpty();
  }

  /** A host's console is the host's; the worker and benchmarks are processes of their own. */
  @Test
  void nothingWritesToTheConsoleButTheCommands() {
    assertThat(
            lines(
                file ->
                    isMain(file)
                        && !isMainOf(file, "command-line")
                        && !isMainOf(file, "dialect-spark/worker")
                        && !isMainOf(file, "tests/benchmarks"),
                CONSOLE))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (Path module : modules()) {
      Set<Path> packages = new TreeSet<>();
      Set<Path> marked = new TreeSet<>();
      for (Path file : javaFiles(module)) {
        Path root = file.subpath(0, sourceRoot(file));
        Path inside = file.subpath(root.getNameCount(), file.getNameCount());
        packages.add(parent(inside));
        if (inside.endsWith("package-info.java") && read(file).contains("@NullMarked")) {
          marked.add(parent(inside));
        }
      }
      packages.removeAll(marked);
      packages.forEach(one -> unmarked.add(module.getFileName() + ": " + one));
    }
    assertThat(unmarked).isEmpty();
  }

  private static List<String> lines(Predicate<Path> files, Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (Path module : modules()) {
      for (Path file : javaFiles(module)) {
        if (files.test(file)) {
          read(file)
              .lines()
              .filter(line -> !isComment(line) && pattern.matcher(line).find())
              .forEach(line -> found.add(Repository.ROOT.relativize(file) + ": " + line.strip()));
        }
      }
    }
    return found;
  }

  private static boolean isComment(String line) {
    String bare = line.strip();
    return bare.startsWith("*") || bare.startsWith("//") || bare.startsWith("/*");
  }

  private static boolean isMain(Path file) {
    return file.toString().contains("/src/main/java/");
  }

  private static boolean isMainOf(Path file, String folder) {
    return isMain(file) && file.startsWith(Repository.ROOT.resolve(folder));
  }

  /** How many names lead to the folder under which the packages begin. */
  private static int sourceRoot(Path file) {
    for (int i = 0; i + 2 < file.getNameCount(); i++) {
      if (file.getName(i).toString().equals("src")
          && file.getName(i + 2).toString().equals("java")) {
        return i + 3;
      }
    }
    throw new IllegalStateException("Not a source: " + file);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static List<Path> modules() {
    try (Stream<Path> all = Files.walk(Repository.ROOT, 2)) {
      return all.filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve("src")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path module) {
    try (Stream<Path> all = Files.walk(module.resolve("src"))) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/java/"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
