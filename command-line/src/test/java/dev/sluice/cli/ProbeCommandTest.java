package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeCommandTest {
  private final Run run = new Run();
  private final Path folder;
  private String file;

  ProbeCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file =
        configuration(
            folder,
            "aws: {region: eu-west-1}\n"
                + "engines: {athena: {workgroup: ours}, spectrum: {schemas: {scratch:"
                + " scratch}}}\n");
  }

  private static String configuration(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("sluice.yaml"), text).toString();
  }

  private int probe(String... more) {
    String[] all = new String[7 + more.length];
    String[] first = {
      "probe", "--config", file, "--location", "s3://bucket/here/", "--database", "Scratch"
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return run.execute(all);
  }

  @Test
  void aDryRunListsWhatWouldBeWrittenAndAsked() {
    assertThat(probe("--dry-run")).isZero();
    assertThat(run.out())
        .containsPattern("Would write \\d+ files, \\d+ bytes:")
        .containsPattern("  s3://bucket/here/sluice-probe-[a-z]{8}/people/part-0.parquet\n")
        .containsPattern("  scratch.sluice_probe_[a-z]{8}_people\n")
        .contains("Would ask athena:\n", "Would ask spectrum:\n")
        .doesNotContain("Would ask spark")
        // What the matrix refuses is asked all the same.
        .containsPattern("NESTED_IN_AVRO: SELECT [^\n]*\"device\".\"os\" = 'ios'")
        .contains("TRY: nothing, for Sluice has no words for it there")
        .contains("Not probed:\n", "  READ_ICEBERG: ");
  }

  @Test
  void oneCapabilityAndOneEngineCanBeAskedFor() {
    assertThat(probe("--dry-run", "--engine", "athena", "--capability", "qualify,read_iceberg"))
        .isZero();
    assertThat(run.out())
        .contains("  QUALIFY: SELECT", "  READ_ICEBERG: ")
        .doesNotContain("spectrum", "READ_ORC", "READ_HUDI");
  }

  @Test
  void aMisspeltCapabilityIsToldWithTheNearest() {
    assertThat(probe("--capability", "QUALFY")).isEqualTo(2);
    assertThat(run.err()).contains("'QUALFY' is no capability", "did you mean QUALIFY?");
  }

  @Test
  void theLocationIsInS3() {
    assertThat(
            run.execute(
                "probe", "--config", file, "--location", "/tmp/here", "--database", "scratch"))
        .isEqualTo(2);
    assertThat(run.err()).contains("s3://BUCKET/PREFIX/, not '/tmp/here'");
  }

  @Test
  void withoutEnginesThereIsNobodyToAsk() throws IOException {
    file = configuration(folder, "aws: {region: eu-west-1}\n");
    assertThat(probe()).isEqualTo(1);
    assertThat(run.err()).contains("settings for no engine").contains("--engine");
  }

  @Test
  void whereNoEngineAnswersNothingIsWritten() throws IOException {
    file =
        configuration(folder, "aws: {region: eu-west-1}\nengines: {spectrum: {connections: 2}}\n");
    assertThat(probe()).isEqualTo(1);
    assertThat(run.err()).contains("No engine answers");
  }
}
