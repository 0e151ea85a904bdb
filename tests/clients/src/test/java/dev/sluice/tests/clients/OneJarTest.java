package dev.sluice.tests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What lies in the one jar. */
final class OneJarTest {
  private static final long MOST = 60_000_000;
  private static final String SERVICES = "META-INF/services/";
  private static final String LICENSES = "META-INF/licenses/";

  private static List<String> entries(ZipFile jar) {
    return jar.stream().filter(one -> !one.isDirectory()).map(ZipEntry::getName).toList();
  }

  private static List<String> lines(ZipFile jar, String entry) throws IOException {
    ZipEntry found = Objects.requireNonNull(jar.getEntry(entry), entry);
    return new String(jar.getInputStream(found).readAllBytes(), UTF_8).lines().toList();
  }

  @Test
  void isUnder60MegabytesWithoutSpark() throws IOException {
    assertThat(Files.size(ClientProcess.JAR)).isLessThan(MOST);
    try (ZipFile jar = new ZipFile(ClientProcess.JAR.toFile())) {
      assertThat(entries(jar)).noneMatch(name -> name.contains("apache/spark"));
    }
  }

  @Test
  void everythingInsideIsUnderSluicesName() throws IOException {
    try (ZipFile jar = new ZipFile(ClientProcess.JAR.toFile())) {
      assertThat(entries(jar))
          .allMatch(name -> name.startsWith("dev/sluice/") || name.startsWith("META-INF/"))
          .noneMatch(name -> name.matches("META-INF/([^/]+\\.(SF|RSA|DSA)|versions/.*)"));
    }
  }

  @Test
  void servicesNameClassesThatAreInside() throws IOException {
    try (ZipFile jar = new ZipFile(ClientProcess.JAR.toFile())) {
      List<String> names = entries(jar).stream().filter(name -> name.startsWith(SERVICES)).toList();
      assertThat(names).hasSizeGreaterThan(7);
      for (String name : names) {
        List<String> classes =
            lines(jar, name).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertThat(classes)
            .as(name)
            .isNotEmpty()
            .allMatch(one -> jar.getEntry(one.replace('.', '/') + ".class") != null);
        String service = name.substring(SERVICES.length());
        assertThat(service).matches("dev\\.sluice\\..*|java\\.sql\\.Driver");
      }
      assertThat(lines(jar, SERVICES + "java.sql.Driver"))
          .containsExactly("dev.sluice.jdbc.SluiceDriver");
    }
  }

  @Test
  void keepsTheLicenceOfEachLibrary() throws IOException {
    List<String> libraries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(System.getProperty("sluice.libraries")))) {
      String[] parts = line.strip().split(":", -1);
      if (parts.length >= 5) {
        libraries.add(parts[1]);
      }
    }
    assertThat(libraries).contains("guava", "calcite-core", "redshift-jdbc42", "HikariCP");
    try (ZipFile jar = new ZipFile(ClientProcess.JAR.toFile())) {
      List<String> entries = entries(jar);
      String others = String.join("\n", lines(jar, LICENSES + "OTHERS.md"));
      assertThat(libraries)
          .allMatch(
              library ->
                  others.contains("`" + library + "`")
                      || entries.stream()
                          .anyMatch(name -> name.matches(LICENSES + library + "-\\d.*LICENSE.*")));
      assertThat(entries).contains(LICENSES + "LICENSE");
    }
  }
}
