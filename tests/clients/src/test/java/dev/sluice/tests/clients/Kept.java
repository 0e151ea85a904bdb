package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a client shows, held against a file; {@code -Dsluice.write=true} writes the file anew. */
final class Kept {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "sluice", "tests", "clients");

  private Kept() {}

  static boolean isWritten() {
    return Boolean.getBoolean("sluice.write");
  }

  static void assertKept(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (isWritten()) {
      Files.writeString(file, text);
    }
    assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
