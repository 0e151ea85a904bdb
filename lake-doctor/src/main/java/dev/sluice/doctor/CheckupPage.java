package dev.sluice.doctor;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found as one page that needs nothing else: {@code checkup.html} with the tables
 * in the place of the comments. Not shareable between threads.
 */
public final class CheckupPage {
  private static final int MOST_RANGES = 6;
  private static final int MOST_FINDINGS = 50;

  private final StringBuilder page = new StringBuilder();

  private CheckupPage() {}

  public static String of(LakeCheckup lake) {
    CheckupPage index = new CheckupPage();
    lake.tables().forEach(index::entry);
    CheckupPage tables = new CheckupPage();
    lake.tables().forEach(tables::table);
    CheckupPage findings = new CheckupPage();
    findings.findings(null, lake.findings());
    return template()
        .replace("<!-- lead -->", escaped(lead(lake)))
        .replace("<!-- findings -->", findings.page)
        .replace("<!-- index -->", index.page)
        .replace("<!-- tables -->", tables.page);
  }

  private static String template() {
    try (InputStream stream = CheckupPage.class.getResourceAsStream("checkup.html")) {
      if (stream == null) {
        throw new SluiceException(ErrorCode.INTERNAL, "The page checkup.html is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lead(LakeCheckup lake) {
    long sick = lake.tables().stream().filter(table -> !table.isHealthy()).count();
    long files = lake.tables().stream().mapToLong(Checkup::filesLookedInto).sum();
    return "%s, %s looked into. %s"
        .formatted(
            count(lake.tables().size(), "table"),
            count(files, "file"),
            lake.isHealthy()
                ? "Nothing was found that breaks a query."
                : sick
                    + (sick == 1 ? " table has" : " tables have")
                    + " something that breaks queries.");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void entry(Checkup table) {
    page.append("<a href=\"#").append(escaped(table.table().name().toString())).append("\"><span>");
    page.append(escaped(table.table().name().toString())).append("</span>");
    page.append(badge(table)).append("</a>\n");
  }

  private static String badge(Checkup table) {
    boolean clean = table.drift().isEmpty() && table.isHealthy();
    if (clean) {
      return "<span class=\"badge right\">in step</span>";
    }
    return table.isHealthy()
        ? "<span class=\"badge right\">drifted, harmless</span>"
        : "<span class=\"badge error\">breaks queries</span>";
  }

  private void table(Checkup table) {
    String name = escaped(table.table().name().toString());
    page.append("<section class=\"table\" id=\"").append(name).append("\"><header><h2>");
    page.append(name).append("</h2>").append(badge(table)).append("</header>\n");
    page.append("<p class=\"about\">").append(escaped(about(table))).append("</p>\n");
    findings(table, table.findings());
    if (!table.drift().isEmpty()) {
      page.append("<h3>").append(table.partitions().isEmpty() ? "Files" : "Time line");
      page.append("</h3>\n").append(TimelinePicture.of(table));
      drift(table);
      breakages(table);
    }
    cures(table);
    page.append("</section>\n");
  }

  private static String about(Checkup table) {
    String format = table.table().storage().format().name().toLowerCase(Locale.ROOT);
    int partitions = table.partitions().size();
    String some =
        partitions == 0
            ? ""
            : " · %s, %s"
                .formatted(
                    Words.partitions(partitions),
                    table.name(new PartitionRange(0, partitions - 1)));
    return "%s%s · looked into %d of %d files"
        .formatted(format, some, table.filesLookedInto(), table.files());
  }

  private void findings(@Nullable Checkup table, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.append("<h3>Found</h3>\n<ul class=\"cards\">");
    for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      page.append("<li class=\"card")
          .append(finding.isProblem() ? " problem" : "")
          .append("\"><b>");
      page.append(finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      page.append("</b> <code>").append(escaped(finding.subject())).append("</code><p>");
      page.append(escaped(finding.text())).append("</p>");
      if (table != null && !table.partitions().isEmpty() && !finding.where().isEmpty()) {
        soft(Words.ranges(table, finding.where(), MOST_RANGES));
      }
      page.append("</li>");
    }
    page.append("</ul>\n");
    if (findings.size() > MOST_FINDINGS) {
      soft("… and " + (findings.size() - MOST_FINDINGS) + " more");
    }
  }

  private void drift(Checkup table) {
    page.append("<h3>What has drifted</h3>\n<div class=\"scroll\"><table class=\"grid\"><tr>");
    page.append("<th>Change, seen from the table</th><th>Where</th>");
    table.engines().forEach(engine -> page.append("<th>").append(engine).append("</th>"));
    page.append("</tr>\n");
    for (DriftFound found : table.drift()) {
      page.append("<tr><td>")
          .append(escaped(Words.change(found.met().change())))
          .append("</td><td>");
      page.append(escaped(Words.place(found.met().partition())));
      if (!table.partitions().isEmpty()) {
        soft(
            Words.partitions(found.partitions())
                + ": "
                + Words.ranges(table, found.where(), MOST_RANGES));
      }
      page.append("</td>");
      for (EngineName engine : table.engines()) {
        EvolutionCell cell = found.met().engines().getOrDefault(engine, EvolutionCell.missing());
        String why = (cell.why() == null ? "" : cell.why() + " — ") + cell.source();
        page.append("<td><span class=\"badge ").append(word(cell.reading())).append("\" title=\"");
        page.append(escaped(why)).append("\">").append(Words.reading(cell.reading()));
        page.append("</span></td>");
      }
      page.append("</tr>\n");
    }
    page.append("</table></div>\n");
  }

  private void breakages(Checkup table) {
    if (table.breakages().isEmpty()) {
      return;
    }
    page.append("<h3>What breaks</h3>\n<ul class=\"cards\">");
    for (Breakage breakage : table.breakages()) {
      page.append("<li class=\"card").append(breakage.isProblem() ? " problem" : "");
      page.append("\"><b>").append(breakage.engine()).append("</b><span class=\"badge ");
      page.append(word(breakage.outcome().reading())).append("\">");
      page.append(escaped(Words.outcome(breakage.outcome()))).append("</span><p>");
      page.append(escaped(capitalised(Words.queries(breakage))));
      if (!table.partitions().isEmpty()) {
        page.append(" of ").append(escaped(Words.ranges(table, breakage.where(), MOST_RANGES)));
      }
      page.append("</p>");
      soft("Because " + Words.because(breakage));
      breakage.reasons().forEach(this::soft);
      breakage.sources().forEach(source -> soft("Source: " + source));
      page.append("</li>");
    }
    page.append("</ul>\n");
  }

  private void cures(Checkup table) {
    if (table.cures().isEmpty()) {
      return;
    }
    page.append("<h3>Cures</h3>\n<ul class=\"cards\">");
    for (Cure cure : table.cures()) {
      boolean fix = !cure.edits().isEmpty() && !cure.isHarmful();
      page.append("<li class=\"card ").append(fix ? "safe" : cure.isHarmful() ? "harm" : "told");
      page.append("\"><b>").append(escaped(Words.title(cure))).append("</b>");
      page.append(fix ? "<span class=\"badge right\">doctor --fix</span>" : "");
      if (!table.partitions().isEmpty() && !cure.where().isEmpty()) {
        page.append("<p>").append(escaped(Words.ranges(table, cure.where(), MOST_RANGES)));
        page.append("</p>");
      }
      effects(cure);
      List<String> lines = Words.lines(table, cure);
      if (!lines.isEmpty()) {
        page.append("<pre>").append(escaped(String.join("\n", lines))).append("</pre>");
      }
      if (cure instanceof Cure.ReadByName named) {
        soft("Source: " + named.source());
      }
      page.append("</li>");
    }
    page.append("</ul>\n");
  }

  private void effects(Cure cure) {
    if (cure.effects().isEmpty()) {
      return;
    }
    page.append("<p>");
    for (Cure.Effect effect : cure.effects()) {
      page.append("<span class=\"soft\">").append(effect.engine()).append("</span> ");
      page.append(reading(effect.before())).append(" → ").append(reading(effect.after()));
      page.append(effect.harms() ? " <b>harmful</b>" : "").append(" &nbsp; ");
    }
    page.append("</p>");
  }

  private static String reading(Reading reading) {
    return "<span class=\"badge %s\" style=\"margin:0\">%s</span>"
        .formatted(word(reading), Words.reading(reading));
  }

  private void soft(String text) {
    page.append("<p class=\"soft\">").append(escaped(capitalised(text))).append("</p>");
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String word(Reading reading) {
    return reading.name().toLowerCase(Locale.ROOT);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
