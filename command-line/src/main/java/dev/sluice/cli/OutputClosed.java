package dev.sluice.cli;

import java.io.IOException;

/** Whoever read standard output has gone away, as {@code | head} does: no error, just the end. */
final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosed(IOException cause) {
    super(cause);
  }
}
