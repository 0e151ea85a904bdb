package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that a report goes to: whole, or as it was before. */
record ReportFile(Path file) {

  /**
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} when it cannot be written
   */
  void write(String report) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A pipe or a device, which nothing can take the place of.
        Files.writeString(file, report);
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), report);
      }
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID, "The report cannot be written to " + file + ": " + e, e);
    }
  }

  private static void replace(Path target, String report) throws IOException {
    Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.writeString(fresh, report);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
