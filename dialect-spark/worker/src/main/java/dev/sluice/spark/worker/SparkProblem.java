package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkThrowable;

/** What Spark says went wrong, in the lines that a person wants. */
final class SparkProblem {
  private static final int MOST_LINES = 8;

  private SparkProblem() {}

  static Failure of(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new Failure(message(thrown), trace.toString());
  }

  private static String message(Throwable thrown) {
    for (Throwable link = thrown; link != null; link = link.getCause()) {
      if (link instanceof WorkerException) {
        return String.valueOf(link.getMessage()); // which says it all
      }
    }
    List<String> messages = new ArrayList<>();
    for (Throwable link = thrown; link != null; link = link.getCause()) {
      if (says(link)) {
        String text = firstLines(link);
        if (messages.stream().noneMatch(before -> before.contains(text))) {
          messages.add(text);
        }
      }
    }
    return String.join("\n", messages);
  }

  private static boolean says(Throwable link) {
    if (link.getCause() == null) {
      return true;
    }
    String message = String.valueOf(link.getMessage());
    // That a task failed is no news beside why it did.
    return link instanceof SparkThrowable
        && !message.startsWith("Job aborted due to stage failure");
  }

  /** Up to the plan, the SQL or the stack that Spark hangs on its messages. */
  private static String firstLines(Throwable link) {
    String message = link.getMessage();
    if (message == null || message.isBlank()) {
      return link.getClass().getSimpleName();
    }
    List<String> kept = new ArrayList<>();
    for (String line : message.strip().split("\\R")) {
      String start = line.stripLeading();
      boolean tail =
          start.startsWith("at ")
              || start.startsWith("'")
              || start.startsWith("+-")
              || start.startsWith("Driver stacktrace")
              || start.startsWith("== SQL");
      if (tail || kept.size() == MOST_LINES) {
        break;
      }
      kept.add(line.stripTrailing());
    }
    String text = String.join("\n", kept).strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }
}
