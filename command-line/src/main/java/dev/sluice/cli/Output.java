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
  private boolean closed;

  /**
   * @param prompt whether a person watches, who should see each line at once
   */
  Output(OutputStream stream, boolean prompt) {
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    this.prompt = prompt;
  }

  void print(String text) {
    write(() -> writer.write(text));
  }

  void line(String text) {
    print(text);
    print("\n");
    if (prompt) {
      flush();
    }
  }

  void flush() {
    write(writer::flush);
  }

  private interface Write {
    void run() throws IOException;
  }

  /** Fails once: what a command still says on its way out is dropped. */
  private void write(Write write) {
    if (closed) {
      return;
    }
    try {
      write.run();
    } catch (IOException e) {
      closed = true;
      throw new OutputClosed(e);
    }
  }
}
