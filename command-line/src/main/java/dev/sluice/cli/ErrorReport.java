package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an error is shown: to a person with the place in the SQL, to a program as JSON. */
final class ErrorReport {
  private static final int WIDTH = 92;
  private static final int LEAD = 60;

  private ErrorReport() {}

  static String json(SluiceException error) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ObjectNode fields = report.putObject("error");
    fields.put("code", error.code().name());
    fields.put("message", error.getMessage());
    fields.put("line", error.position().map(SqlPosition::line).orElse(null));
    fields.put("position", error.position().map(SqlPosition::column).orElse(null));
    return report.toString();
  }

  static String text(SluiceException error, @Nullable String sql, Style style) {
    String message = style.error("Error:") + " " + error.getMessage() + "\n";
    SqlPosition position = error.position().orElse(null);
    return position == null || sql == null ? message : message + excerpt(sql, position, style);
  }

  /** The line of the SQL with a caret under the place; empty when there is no such line. */
  private static String excerpt(String sql, SqlPosition position, Style style) {
    List<String> lines = sql.lines().toList();
    if (position.line() < 1 || position.line() > lines.size()) {
      return "";
    }
    String line = lines.get(position.line() - 1);
    int place = Math.max(0, Math.min(position.column() - 1, line.length()));
    // A query written as one long line is shown around the place only.
    int start = place < WIDTH - 10 ? 0 : place - LEAD;
    int end = Math.min(line.length(), start + WIDTH);
    String lead = (start > 0 ? "…" : "") + line.substring(start, place);
    String shown = lead + line.substring(place, end) + (end < line.length() ? "…" : "");
    String gutter = "  " + position.line() + " | ";
    return "\n"
        + style.faint(gutter)
        + shown.replace('\t', ' ')
        + "\n"
        + style.faint(" ".repeat(gutter.length() - 2) + "| ")
        + " ".repeat(lead.length())
        + style.error("^")
        + "\n";
  }
}
