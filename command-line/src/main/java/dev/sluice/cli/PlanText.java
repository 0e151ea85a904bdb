package dev.sluice.cli;

import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.KeyRange;
import dev.sluice.NativeQuery;
import dev.sluice.Parameter;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import dev.sluice.TableScan;
import dev.sluice.TwinScan;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code explain} prints for a person. Not shareable between threads. */
final class PlanText {
  private final Style style;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private PlanText(Style style, int width) {
    this.style = style;
    this.width = Math.min(100, width);
  }

  static String of(Plan plan, Style style, int width) {
    PlanText planText = new PlanText(style, width);
    planText.decision(plan);
    plan.decision()
        .candidates()
        .forEach(candidate -> planText.candidate(candidate, plan.columns()));
    planText.tables(plan.tables());
    planText.holdsUntil(plan.holdsUntil());
    planText.columns(plan.columns());
    planText.parameters(plan.parameters());
    planText.notes(plan.notes());
    return planText.text.toString();
  }

  private void decision(Plan plan) {
    text.append(Paragraph.fold(plan.decision().explanation(), 0, width));
  }

  private void candidate(Candidate candidate, List<ResultColumn> columns) {
    String verdict = PlanJson.lower(candidate.verdict());
    text.append('\n')
        .append(style.heading(capitalised(candidate.toString())))
        .append(": ")
        .append(style.verdict(candidate.verdict(), verdict));
    if (!candidate.rules().isEmpty()) {
      text.append(" by ").append(String.join(", ", candidate.rules()));
    }
    text.append('\n');
    candidate.twins().stream().filter(TwinScan::isDue).forEach(this::due);
    alike(candidate.reasons()).forEach(reasons -> reasons("", reasons));
    alike(candidate.caveats()).forEach(caveats -> reasons("Caveat: ", caveats));
    NativeQuery query = candidate.query();
    if (query != null) {
      query(query, columns);
    }
  }

  private void due(TwinScan twin) {
    String line =
        "What is read of %s is converted to %s first".formatted(twin.source(), twin.name());
    text.append(Paragraph.fold(line, 2, width));
  }

  /** Reasons that come from the same fact at the same place, and differ by column only. */
  private static Collection<List<Reason>> alike(List<Reason> reasons) {
    return reasons.stream()
        .collect(
            Collectors.groupingBy(
                reason ->
                    Arrays.asList(
                        reason.capability(), reason.table(), reason.position(), reason.source()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private void reasons(String kind, List<Reason> alike) {
    Reason first = alike.get(0);
    String folded = Paragraph.fold(kind + first.text(), 4, width).substring(4 + kind.length());
    text.append("  - ").append(style.warning(kind)).append(folded);
    List<String> others =
        alike.stream().skip(1).map(PlanText::subject).filter(name -> !name.isEmpty()).toList();
    if (!others.isEmpty()) {
      text.append(Paragraph.fold("Likewise " + String.join(", ", others), 4, width));
    }
    faint(where(first));
    faint("Source: " + first.source());
  }

  private static String subject(Reason reason) {
    return reason.column() == null ? "" : reason.column();
  }

  private void faint(String line) {
    text.append(style.faint(Paragraph.fold(line, 4, width).stripTrailing())).append('\n');
  }

  /** {@code NESTED_AVRO: web.events.device.os at line 1, column 8}. */
  private static String where(Reason reason) {
    String table = reason.table() == null ? "" : reason.table().toString();
    String column = reason.column() == null ? "" : reason.column();
    String dot = table.isEmpty() || column.isEmpty() ? "" : ".";
    String place = reason.position() == null ? "" : " at " + reason.position();
    String where = (table + dot + column + place).strip();
    return reason.capability() + (where.isEmpty() ? "" : ": " + where);
  }

  private void query(NativeQuery query, List<ResultColumn> columns) {
    if (!query.session().isEmpty()) {
      text.append("  First, on the session:\n");
      query.session().forEach(statement -> text.append(Paragraph.indent(statement, 6)));
      text.append("  Then:\n");
    }
    text.append(Paragraph.indent(query.sql(), 6));
    if (!query.serializedColumns().isEmpty()) {
      String names = query.serializedColumns().stream().sorted().collect(Collectors.joining(", "));
      text.append(Paragraph.fold("Comes back as JSON text: " + names, 2, width));
    }
    if (!query.structsByField().isEmpty()) {
      String names =
          query.structsByField().stream()
              .sorted()
              .map(column -> columns.get(column).name())
              .collect(Collectors.joining(", "));
      text.append(Paragraph.fold("Comes back field by field: " + names, 2, width));
    }
  }

  private void tables(List<TableScan> scans) {
    if (!scans.isEmpty()) {
      text.append('\n').append(style.heading("Tables")).append('\n');
    }
    for (TableScan scan : scans) {
      String format = PlanJson.lower(scan.table().storage().format());
      text.append("  ").append(scan.table().name()).append(": ").append(format);
      text.append(", ").append(partitions(scan)).append('\n');
      String columns = scan.columns().isEmpty() ? "no column" : String.join(", ", scan.columns());
      text.append(Paragraph.fold("reads " + columns, 4, width));
      scan.ranges().stream()
          .filter(ranges -> !ranges.isAll())
          .forEach(ranges -> text.append(ranges(ranges.key(), ranges.ranges())));
      scan.drift().forEach(one -> drift(one, scan.table().isPartitioned()));
      if (!scan.files().isEmpty()) {
        text.append(Paragraph.fold(FilesText.of(scan.files()), 4, width));
      }
    }
  }

  private void holdsUntil(@Nullable Instant last) {
    if (last != null) {
      String line = "Selected by the clock: the plan may be run until " + last;
      text.append(Paragraph.fold(line, 2, width));
    }
  }

  private static String partitions(TableScan scan) {
    if (!scan.table().isPartitioned()) {
      return "not partitioned";
    }
    if (!scan.partitionsKnown()) {
      return "partitions not known";
    }
    int selected = scan.partitions().size();
    String of =
        scan.totalPartitions().isPresent() ? " of " + scan.totalPartitions().getAsLong() : "";
    return selected + of + (selected == 1 && of.isEmpty() ? " partition" : " partitions");
  }

  private String ranges(String key, List<KeyRange> ranges) {
    String values =
        ranges.isEmpty()
            ? "nothing: the conditions exclude each other"
            : ranges.stream().map(KeyRange::toString).collect(Collectors.joining(" or "));
    return Paragraph.fold(key + " in " + values, 4, width);
  }

  private void drift(Drift drift, boolean partitioned) {
    String change = PlanJson.lower(drift.change()).replace('_', ' ');
    String where =
        switch (drift.level()) {
          case PARTITION -> "the catalog's schema of ";
          case FILE -> "the files of ";
        };
    String one = partitioned ? "partition" : "file";
    String count = drift.partitions() + " " + one + (drift.partitions() == 1 ? "" : "s");
    String against = partitioned ? where + count : count;
    String line = "drift: " + change + ", " + drift.path() + ", against " + against;
    text.append(style.warning(Paragraph.fold(line, 4, width).stripTrailing())).append('\n');
  }

  private void notes(List<String> notes) {
    if (!notes.isEmpty()) {
      text.append('\n').append(style.heading("Notes")).append('\n');
      notes.forEach(note -> text.append(Paragraph.fold(note, 2, width)));
    }
  }

  private void columns(List<ResultColumn> columns) {
    int longest = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    int pad = Math.min(longest, 40);
    text.append('\n').append(style.heading("Columns")).append('\n');
    for (ResultColumn column : columns) {
      String name = column.name() + " ".repeat(Math.max(0, pad - column.name().length()));
      String type = Paragraph.fold(column.type().toString(), pad + 4, width).strip();
      text.append("  ").append(name).append("  ").append(type).append('\n');
    }
  }

  private void parameters(List<Parameter> parameters) {
    if (!parameters.isEmpty()) {
      text.append('\n').append(style.heading("Parameters")).append('\n');
    }
    for (Parameter parameter : parameters) {
      String value = parameter.given() ? "" : ", which no value was given for";
      String line = parameter.type() + " at " + parameter.position() + value;
      text.append(Paragraph.fold(line, 2, width));
    }
  }

  static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
