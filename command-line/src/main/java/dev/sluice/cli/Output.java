package dev.sluice.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Standard output, always UTF-8. Unlike {@link java.io.PrintStream} it notices at once when the
 * reader has gone, so that a query whose rows nobody wants any more stops. Not shareable between
 * threads.
 */
final class Output {
  private final Writer writer;
  private final boolean prompt;

  /**
   * @param prompt whether a person watches, who should see each line at once
   */
  Output(OutputStream stream, boolean prompt) {
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    this.prompt = prompt;
  }

  void print(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new OutputClosed(e);
    }
  }

  void line(String text) {
    print(text);
    print("\n");
    if (prompt) {
      flush();
    }
  }

  void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new OutputClosed(e);
    }
  }
}
