package dev.sluice.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.example.probe.ProbeFile;
import dev.sluice.example.readback.ReadBack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that come with the probe hold what stands here; {@code -Dsluice.write=true} writes. */
class ProbeLakeTest {
  private static final Path LAKE =
      Path.of("../../engine-probe/src/main/resources/dev/sluice/probe/lake");

  static Stream<ProbeFile> files() {
    return ProbeFile.all().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theFileHoldsItsRows(ProbeFile file) throws IOException {
    if (Boolean.getBoolean("sluice.write")) {
      file.write(LAKE);
    }
    assertThat(ReadBack.of(file.format()).rows(LAKE.resolve(file.path()), file.shape()))
        .isEqualTo(file.rows());
  }
}
