package dev.sluice.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who watches the output.
 *
 * @param out whether standard output goes to a terminal
 * @param err whether standard error goes to a terminal
 * @param colours whether colours are welcome on a terminal
 * @param width characters in a line of the terminal
 * @param in whether a person can answer on standard input
 */
record Terminal(boolean out, boolean err, boolean colours, int width, boolean in) {
  static final Terminal NONE = new Terminal(false, false, false, 100);

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  /** Nobody answers. */
  Terminal(boolean out, boolean err, boolean colours, int width) {
    this(out, err, colours, width, false);
  }

  /**
   * @param attached which streams are terminals, as the launcher found: {@code out}, {@code err},
   *     {@code in}, several with commas, or empty. Java itself cannot ask this of each stream;
   *     without the launcher none counts as a terminal.
   */
  static Terminal of(
      @Nullable String attached, @Nullable String width, Map<String, String> environment) {
    String streams = attached == null ? "" : attached;
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        streams.contains("out"),
        streams.contains("err"),
        colours,
        parse(width),
        streams.contains("in"));
  }

  Style outStyle() {
    return new Style(out && colours);
  }

  Style errStyle() {
    return new Style(err && colours);
  }

  private static int parse(@Nullable String width) {
    if (width == null || !width.matches("[0-9]{1,5}")) {
      return USUAL_WIDTH;
    }
    int columns = Integer.parseInt(width);
    return columns == 0 ? USUAL_WIDTH : Math.max(LEAST_WIDTH, columns);
  }
}
