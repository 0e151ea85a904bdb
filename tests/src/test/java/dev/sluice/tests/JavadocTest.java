package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation of what programs use is built without a warning. */
class JavadocTest {
  @ParameterizedTest
  @ValueSource(strings = {"federation-api", "configuration-file", "jdbc-driver"})
  void isBuiltWithoutWarnings(String module, @TempDir Path pages) throws IOException {
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    Path sources = Repository.ROOT.resolve(module).resolve("src/main/java");
    try (StandardJavaFileManager files =
            javadoc.getStandardFileManager(told, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> texts = all.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(texts).isNotEmpty();
      List<String> options =
          List.of(
              "-d",
              pages.toString(),
              "-quiet",
              "-Xdoclint:all,-missing",
              "-classpath",
              System.getProperty("java.class.path"));
      boolean built =
          javadoc
              .getTask(
                  new StringWriter(),
                  files,
                  told,
                  null,
                  options,
                  files.getJavaFileObjectsFromPaths(texts))
              .call();
      assertThat(told.getDiagnostics())
          .filteredOn(each -> each.getKind() != Diagnostic.Kind.NOTE)
          .isEmpty();
      assertThat(built).isTrue();
      assertThat(pages.resolve("index.html")).exists();
    }
  }
}
