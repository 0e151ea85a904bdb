package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.doctor.Breakage;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.doctor.Met;
import dev.sluice.doctor.PartitionRange;
import dev.sluice.doctor.Stretch;
import dev.sluice.doctor.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} prints for a person. Not shareable between threads. */
final class DoctorText {
  private static final int MOST_RANGES = 4;
  private static final int MOST_FINDINGS = 20;
  private static final int MOST_STRETCHES = 40;

  private final Style style;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  DoctorText(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  String of(LakeCheckup lake) {
    findings(null, lake.findings());
    lake.tables().forEach(this::table);
    summary(lake);
    return text.toString();
  }

  private void table(Checkup table) {
    String mark = table.isHealthy() ? style.good("ok") : style.error("!!");
    text.append(mark).append(' ').append(style.heading(table.table().name().toString()));
    text.append("  ").append(style.faint(about(table))).append('\n');
    findings(table, table.findings());
    if (!table.drift().isEmpty()) {
      timeline(table);
      engines(table);
    }
    cures(table);
    text.append('\n');
  }

  private static String about(Checkup table) {
    String format = table.table().storage().format().name().toLowerCase(Locale.ROOT);
    StringBuilder about = new StringBuilder(format);
    int partitions = table.partitions().size();
    if (partitions > 0) {
      about.append(", ").append(Words.partitions(partitions));
      about.append(", ").append(table.name(new PartitionRange(0, partitions - 1)));
    } else if (table.table().isPartitioned() && table.findings().isEmpty()) {
      about.append(", no partitions");
    }
    about.append(", looked into ").append(table.filesLookedInto());
    return about.append(" of ").append(table.files()).append(" files").toString();
  }

  private void findings(@Nullable Checkup table, List<Finding> findings) {
    for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String line = kind + ": " + finding.subject() + where(table, finding) + ": " + finding.text();
      text.append(
          finding.isProblem()
              ? style.warning(Paragraph.fold(line, 4, width))
              : style.faint(Paragraph.fold(line, 4, width)));
    }
    if (findings.size() > MOST_FINDINGS) {
      text.append("    … and ").append(findings.size() - MOST_FINDINGS).append(" more\n");
    }
  }

  /** What is so of all partitions needs none named; files and partitions name themselves. */
  private static String where(@Nullable Checkup table, Finding finding) {
    if (table == null || !finding.subject().startsWith(table.table().name().toString())) {
      return "";
    }
    int count = finding.where().stream().mapToInt(PartitionRange::count).sum();
    return count > 0 && count < table.partitions().size()
        ? ", " + Words.ranges(table, finding.where(), MOST_RANGES)
        : "";
  }

  private void timeline(Checkup table) {
    heading(table.partitions().isEmpty() ? "What has drifted" : "Time line");
    for (Stretch stretch : table.timeline().stream().limit(MOST_STRETCHES).toList()) {
      String count =
          table.partitions().isEmpty() ? "" : ", " + Words.partitions(stretch.range().count());
      String note = stretch.changes().isEmpty() ? ": as the table says" : "";
      String broken = stretch.problem() ? style.warning(", with files that cannot be read") : "";
      text.append("    ").append(table.name(stretch.range())).append(count).append(note);
      text.append(broken).append('\n');
      Map<String, String> byLevel = new LinkedHashMap<>();
      for (Met met : stretch.changes()) {
        byLevel.merge(
            Words.place(met.partition()),
            Words.change(met.change()),
            (one, two) -> one + "; " + two);
      }
      byLevel.forEach(
          (level, changes) -> text.append(Paragraph.fold(level + ": " + changes, 8, width)));
    }
    int more = table.timeline().size() - MOST_STRETCHES;
    if (more > 0) {
      text.append("    … and ").append(more).append(" more stretches\n");
    }
  }

  private void engines(Checkup table) {
    heading("What each engine makes of it");
    for (EngineName engine : table.engines()) {
      List<Breakage> own =
          table.breakages().stream().filter(each -> each.engine().equals(engine)).toList();
      text.append("    ").append(engine);
      text.append(own.isEmpty() ? ": " + style.good("reads it right") : "").append('\n');
      own.forEach(breakage -> breakage(table, breakage));
    }
  }

  private void breakage(Checkup table, Breakage breakage) {
    String of = "";
    if (!table.partitions().isEmpty()) {
      int count = breakage.where().stream().mapToInt(PartitionRange::count).sum();
      String ranges = Words.ranges(table, breakage.where(), MOST_RANGES);
      of = " of " + Words.partitions(count) + ", " + ranges;
    }
    String line =
        "%s: %s%s".formatted(Words.outcome(breakage.outcome()), Words.queries(breakage), of);
    String folded = Paragraph.fold(line, 6, width);
    text.append(breakage.isProblem() ? style.warning(folded) : style.faint(folded));
    text.append(style.faint(Paragraph.fold("because " + Words.because(breakage), 10, width)));
  }

  private void cures(Checkup table) {
    if (table.cures().isEmpty()) {
      return;
    }
    heading("Cures");
    for (Cure cure : table.cures()) {
      boolean fixed = !cure.edits().isEmpty() && !cure.isHarmful();
      text.append("    ").append(Words.title(cure)).append(fixed ? " (--fix does it)" : "");
      text.append('\n');
      if (!cure.where().isEmpty() && !table.partitions().isEmpty()) {
        String where = Words.ranges(table, cure.where(), MOST_RANGES);
        text.append(Paragraph.fold(where, 8, width));
      }
      String effects = Words.effects(cure);
      if (!effects.isEmpty()) {
        text.append(Paragraph.fold(effects, 8, width));
      }
      if (cure instanceof Cure.ReadByName named) {
        Words.lines(table, cure).forEach(line -> text.append(Paragraph.fold(line, 8, width)));
        text.append(style.faint(Paragraph.fold(named.source(), 8, width)));
      } else if (cure instanceof Cure.ReorderFields reorder) {
        text.append(Paragraph.fold("to " + reorder.after().hive(), 8, width));
      }
    }
  }

  private void heading(String heading) {
    text.append("  ").append(style.heading(heading)).append('\n');
  }

  private void summary(LakeCheckup lake) {
    long sick = lake.tables().stream().filter(table -> !table.isHealthy()).count();
    int files = lake.tables().stream().mapToInt(Checkup::filesLookedInto).sum();
    long fixes =
        lake.tables().stream()
            .flatMap(table -> table.cures().stream())
            .filter(cure -> !cure.edits().isEmpty() && !cure.isHarmful())
            .count();
    String line =
        "%s and %s looked into: %s"
            .formatted(
                count(lake.tables().size(), "table"),
                count(files, "file"),
                lake.isHealthy()
                    ? "nothing breaks a query"
                    : count(sick, "table") + " with something that breaks queries");
    text.append(lake.isHealthy() ? style.good(line) : style.error(line)).append('\n');
    if (fixes > 0) {
      text.append(fixes == 1 ? "1 cure changes" : fixes + " cures change");
      text.append(" the catalog alone; doctor --fix shows and makes it\n");
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
