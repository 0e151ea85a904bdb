package dev.sluice.cli;

import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;

/** Standard output takes no more. */
final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosed(IOException cause) {
    super("Standard output cannot be written: " + cause.getMessage(), cause);
  }

  /**
   * Whoever read it has gone away, as {@code | head} does: no error, just the end. Anything else, a
   * full disk for example, left a part that must not pass for the whole.
   */
  boolean isReaderGone() {
    return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  /** Says so where it matters, and gives the command's exit code. */
  int report(Shell shell) {
    if (isReaderGone()) {
      return CommandLine.ExitCode.OK;
    }
    shell.err().println(shell.terminal().errStyle().error("Error:") + " " + getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
