package dev.sluice.spark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSettingsTest {
  private final Path folder;

  SparkSettingsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("jars"));
    Files.createFile(folder.resolve("jars/b.jar"));
    Files.createFile(folder.resolve("jars/a.jar"));
  }

  private static Optional<SparkSettings> of(String... settings) {
    return of(Optional.empty(), Optional.empty(), settings);
  }

  private static Optional<SparkSettings> of(
      Optional<String> home, Optional<String> property, String... settings) {
    SluiceConfiguration.Builder configuration = SluiceConfiguration.builder();
    for (int i = 0; i < settings.length; i += 2) {
      configuration.engine(SparkEngine.NAME, settings[i], settings[i + 1]);
    }
    return SparkSettings.of(configuration.build(), Optional.empty(), home, property);
  }

  @Test
  void isEmptyWithoutAClassPath() {
    assertThat(of()).isEmpty();
    assertThat(of("memory", "2g")).isEmpty();
  }

  @Test
  void takesAFolderAClassPathOrAFile() throws IOException {
    Path jars = folder.resolve("jars");
    String both = jars.resolve("a.jar") + File.pathSeparator + jars.resolve("b.jar");
    Path file = Files.writeString(folder.resolve("spark.classpath"), both + "\n");

    assertThat(of("classpath", jars.toString()).orElseThrow().classPath()).isEqualTo(both);
    assertThat(of("classpath", both).orElseThrow().classPath()).isEqualTo(both);
    assertThat(of("classpath", "@" + file).orElseThrow().classPath()).isEqualTo(both);
    assertThat(
            of(Optional.of(folder.toString()), Optional.of("@nowhere")).orElseThrow().classPath())
        .isEqualTo(both);
    assertThat(of(Optional.empty(), Optional.of("@" + file)).orElseThrow().memory())
        .isEqualTo("1g");
  }

  @Test
  void findsTheFolderBesideSluicesJar() throws IOException {
    Path jar = Files.createFile(folder.resolve("sluice-jdbc-all.jar"));
    assertThat(SparkBeside.of(jar)).isEmpty();
    assertThat(SparkBeside.of(folder)).as("classes that lie in no jar").isEmpty();

    Files.createFile(folder.resolve("sluice-spark-worker.txt"));
    Path spark = Files.createDirectories(folder.resolve("sluice-spark-worker-1"));
    Path only = Files.createFile(spark.resolve("spark.jar"));
    assertThat(SparkBeside.of(jar)).contains(spark.toString());
    Optional<String> home = Optional.of(folder.toString());
    assertThat(
            SparkSettings.of(
                    SluiceConfiguration.builder().build(),
                    SparkBeside.of(jar),
                    home,
                    Optional.empty())
                .orElseThrow()
                .classPath())
        .isEqualTo(only.toString());

    Files.createDirectories(folder.resolve("sluice-spark-worker-2"));
    assertThatThrownBy(() -> SparkBeside.of(jar))
        .hasMessageContaining("sluice-spark-worker-1")
        .hasMessageContaining("sluice-spark-worker-2")
        .hasMessageContaining("classpath");
  }

  @Test
  void refusesWhatMakesNoSense() {
    String jars = folder.resolve("jars").toString();

    assertThatThrownBy(() -> of("memori", "2g"))
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessage(
            "Unknown setting 'memori' of engine spark; did you mean memory? (known are classpath,"
                + " cores, java, lake-formation, memory)");
    assertThatThrownBy(() -> of("classpath", jars, "memory", "much"))
        .hasMessageContaining("'much'");
    assertThatThrownBy(() -> of("classpath", jars, "cores", "0")).hasMessageContaining("'0'");
    assertThatThrownBy(() -> of("classpath", jars, "java", "/nowhere"))
        .hasMessageContaining("/nowhere");
    assertThatThrownBy(() -> of("classpath", "@/nowhere")).hasMessageContaining("/nowhere");
    assertThatThrownBy(() -> of("classpath", "/nowhere.jar")).hasMessageContaining("/nowhere.jar");
  }

  @Test
  void handsTheSettingsOfFileSystemsToSpark() throws IOException {
    SparkSettings settings =
        of(
                "classpath",
                folder.resolve("jars").toString(),
                "fs.s3a.endpoint",
                "http://localhost:9000/a \"b\"")
            .orElseThrow();

    ProcessBuilder unused = WorkerCommand.of(settings, folder);

    assertThat(Files.readAllLines(folder.resolve("arguments")))
        .contains("\"-Dspark.hadoop.fs.s3a.endpoint=http://localhost:9000/a \\\"b\\\"\"");
  }
}
