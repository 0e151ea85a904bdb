package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.conversion.ConversionPlan;
import dev.sluice.conversion.ConversionPlan.Part;
import dev.sluice.conversion.ConversionPlan.State;
import dev.sluice.conversion.ConversionReport;
import dev.sluice.conversion.VacuumReport;
import dev.sluice.spi.ScanPrice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A conversion in words. */
record ConversionText(ConversionPlan plan) {
  private static final int MOST_FAILURES = 10;
  private static final long KILO = 1000;

  /** What would be done. */
  String whole() {
    StringBuilder text = new StringBuilder(about());
    long fresh = plan.parts().size() - plan.due().size();
    for (State state : List.of(State.NEW, State.CHANGED)) {
      List<Part> parts = plan.due().stream().filter(part -> part.state() == state).toList();
      if (!parts.isEmpty()) {
        text.append(line(state == State.NEW ? "new" : "changed", parts));
      }
    }
    if (fresh > 0) {
      text.append("%-12s%s%n".formatted("fresh", parts(fresh)));
    }
    if (!plan.gone().isEmpty()) {
      text.append("%-12s%s%n".formatted("gone", parts(plan.gone().size())));
    }
    if (plan.isDone()) {
      text.append("Nothing needs to be converted.%n".formatted());
    }
    text.append(notes());
    return text.toString();
  }

  private String about() {
    Table twin = plan.twin();
    return "%s, %s%n  to %s, %s, %s%n"
        .formatted(
            plan.source().name(),
            word(plan.source().storage().format()),
            twin.name(),
            word(twin.storage().format()),
            (plan.exists() ? "which is there, in " : "a new table, in ")
                + twin.storage().location());
  }

  private static String word(TableFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private String line(String what, List<Part> parts) {
    long bytes = parts.stream().mapToLong(Part::bytes).sum();
    long files = parts.stream().mapToLong(Part::files).sum();
    return "%-12s%s, %s in %s%s%n"
        .formatted(what, parts(parts.size()), bytes(bytes), count(files, "file"), range(parts));
  }

  private static String range(List<Part> parts) {
    List<String> values =
        parts.stream().map(part -> String.join("/", part.values())).sorted().toList();
    String first = values.get(0);
    String last = values.get(values.size() - 1);
    return first.isEmpty() ? "" : first.equals(last) ? ": " + first : ": " + first + " to " + last;
  }

  private String parts(long number) {
    return plan.source().isPartitioned() ? count(number, "partition") : "the table";
  }

  private String notes() {
    StringBuilder text = new StringBuilder();
    if (!plan.added().isEmpty()) {
      text.append(
          "Besides what the table declares, partitions or files have: %s%n"
              .formatted(String.join(", ", plan.added())));
    }
    plan.losses().forEach(loss -> text.append(loss).append(System.lineSeparator()));
    long all = plan.parts().stream().mapToLong(Part::bytes).sum();
    ScanPrice.of(EngineName.of("athena"), Map.of())
        .ifPresent(
            price ->
                text.append(
                    "A query that reads all of what is selected scans %s as it is, for %s USD%n"
                        .formatted(bytes(all), price.of(all).toPlainString())));
    return text.toString();
  }

  /** What was done. */
  String done(ConversionReport report) {
    StringBuilder text = new StringBuilder(about());
    if (!report.converted().isEmpty()) {
      long before = report.converted().stream().mapToLong(each -> each.part().bytes()).sum();
      text.append(
          "Converted %s, %,d rows: %s became %s%n"
              .formatted(
                  parts(report.converted().size()),
                  report.rows(),
                  bytes(before),
                  bytes(report.bytes())));
    } else if (report.failed().isEmpty() && plan.gone().isEmpty()) {
      text.append("Nothing needed to be converted.%n".formatted());
    }
    if (!plan.gone().isEmpty()) {
      text.append(
          "Removed %s, which %s has no more%n"
              .formatted(parts(plan.gone().size()), plan.source().name()));
    }
    if (!report.failed().isEmpty()) {
      text.append("Failed, and left as they were: %s%n".formatted(parts(report.failed().size())));
      text.append(
          report.failed().stream()
              .limit(MOST_FAILURES)
              .map(
                  each ->
                      "  %s: %s%n"
                          .formatted(String.join("/", each.part().values()), indented(each.why())))
              .collect(Collectors.joining()));
      if (report.failed().size() > MOST_FAILURES) {
        text.append("  and %,d more%n".formatted(report.failed().size() - MOST_FAILURES));
      }
    }
    return text.toString();
  }

  private static String indented(String why) {
    return why.replace("\n", "\n    ");
  }

  static String of(TableName table, VacuumReport report) {
    StringBuilder text = new StringBuilder();
    if (report.deleted().isEmpty()) {
      text.append("%s: nothing to clear away%n".formatted(table));
    } else {
      text.append(
          "%s: deleted %s, %s%n"
              .formatted(table, count(report.deleted().size(), "folder"), bytes(report.bytes())));
    }
    if (report.waiting() > 0) {
      text.append(
          "%s kept, for %s within the time of grace%n"
              .formatted(
                  count(report.waiting(), "folder"),
                  report.waiting() == 1 ? "it was replaced" : "they were replaced"));
    }
    return text.toString();
  }

  private static String count(long number, String word) {
    return "%,d %s%s".formatted(number, word, number == 1 ? "" : "s");
  }

  private static String bytes(long bytes) {
    double size = bytes;
    for (String unit : List.of("bytes", "KB", "MB", "GB", "TB")) {
      if (size < KILO || unit.equals("TB")) {
        String format = unit.equals("bytes") || size >= 100 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, size, unit);
      }
      size /= KILO;
    }
    throw new IllegalStateException();
  }
}
