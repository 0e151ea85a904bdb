package dev.sluice.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the fuzzer holds of any text holds of the texts it starts from, and of those by which it
 * once found a defect: each is a file of {@code fuzz}, and failed when it was put there.
 */
@Timeout(20)
class FuzzRegressionTest {
  static List<Golden> seeds() {
    return Golden.all();
  }

  static List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(Repository.RESOURCES.resolve("fuzz"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsKeepTheirPromises(Golden golden) {
    FuzzTarget.check(golden.query());
    FuzzTarget.check(FuzzText.decode(FuzzText.encode(golden.query())));
  }

  @ParameterizedTest
  @MethodSource("found")
  void whatWasFoundStaysMended(Path file) throws IOException {
    FuzzTarget.check(Files.readString(file));
  }
}
