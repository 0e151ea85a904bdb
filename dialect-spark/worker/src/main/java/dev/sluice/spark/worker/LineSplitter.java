package dev.sluice.spark.worker;

import dev.sluice.TableFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;

/** Splits a line into its fields as the SerDe would; a line it is not sure of is an error. */
final class LineSplitter implements UDF1<String, String[]> {
  private static final long serialVersionUID = 1L;
  private static final char NONE = '\0';

  private final char separator;
  private final char quote;
  private final char escape;

  private LineSplitter(char separator, char quote, char escape) {
    this.separator = separator;
    this.quote = quote;
    this.escape = escape;
  }

  static LineSplitter of(TableFormat format, Map<String, String> parameters) {
    if (format == TableFormat.CSV_OPEN) {
      return new LineSplitter(
          one("separatorChar", parameters.getOrDefault("separatorChar", ",")),
          one("quoteChar", parameters.getOrDefault("quoteChar", "\"")),
          one("escapeChar", parameters.getOrDefault("escapeChar", "\\")));
    }
    String separator =
        parameters.getOrDefault(
            "field.delim", parameters.getOrDefault("serialization.format", "1"));
    String escape = parameters.get("escape.delim");
    return new LineSplitter(
        code("field.delim", separator), NONE, escape == null ? NONE : code("escape.delim", escape));
  }

  /** Hive takes a number for the code of a character. */
  private static char code(String parameter, String text) {
    return text.matches("\\d{1,3}") ? (char) Integer.parseInt(text) : one(parameter, text);
  }

  private static char one(String parameter, String text) {
    if (text.length() != 1) {
      throw new WorkerException(
          "Spark cannot read text with %s '%s' here".formatted(parameter, text));
    }
    return text.charAt(0);
  }

  @Override
  public String[] call(String line) {
    if (quote != NONE && line.isEmpty()) {
      throw unsure("is empty", line);
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      StringBuilder field = new StringBuilder();
      boolean quoted = quote != NONE && at < line.length() && line.charAt(at) == quote;
      at = quoted ? readQuoted(line, at + 1, field) : readPlain(line, at, field);
      fields.add(field.toString());
      at++; // past the separator, or past the end
    }
    return fields.toArray(String[]::new);
  }

  private int readPlain(String line, int from, StringBuilder field) {
    int at = from;
    while (at < line.length() && line.charAt(at) != separator) {
      char next = line.charAt(at);
      if (next != NONE && (next == quote || next == escape)) {
        throw unsure("has a quote or an escape inside a plain field", line);
      }
      field.append(next);
      at++;
    }
    return at;
  }

  private int readQuoted(String line, int from, StringBuilder field) {
    int at = from;
    while (at < line.length()) {
      char next = line.charAt(at);
      char after = at + 1 < line.length() ? line.charAt(at + 1) : NONE;
      boolean marked = next == escape || next == quote;
      if (marked && (after == quote || (next == escape && after == escape))) {
        field.append(after);
        at += 2;
      } else if (next == quote && (at + 1 == line.length() || after == separator)) {
        return at + 1;
      } else if (marked) {
        throw unsure("has text after a quoted field, or an escape of nothing", line);
      } else {
        field.append(next);
        at++;
      }
    }
    throw unsure("ends inside a quoted field", line);
  }

  private static WorkerException unsure(String what, String line) {
    return new WorkerException(
        "Spark cannot read text surely: a line %s: %s"
            .formatted(what, line.length() > 80 ? line.substring(0, 80) + "…" : line));
  }
}
