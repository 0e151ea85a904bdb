package dev.sluice.cli;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.TableScan;

/** Walks through the tour: each query, the decision, the texts, the rows. */
final class DemoGuide {
  private final Shell shell;
  private final Sluice sluice;
  private final Style style;
  private final int width;

  DemoGuide(Shell shell, Sluice sluice) {
    this.shell = shell;
    this.sluice = sluice;
    this.style = shell.terminal().outStyle();
    this.width = Math.min(100, shell.terminal().width());
  }

  /** Whether every query was answered. */
  boolean walk() {
    shell.out().print(DemoTour.WELCOME);
    boolean answered = true;
    int number = 1;
    for (DemoStop stop : DemoTour.STOPS) {
      shell.out().line("\n" + style.heading(number + ". " + stop.title()));
      shell.out().print(Paragraph.fold(stop.story(), 0, width));
      shell.out().print("\n" + Paragraph.indent(stop.sql(), 4) + "\n");
      answered &= visit(stop);
      number++;
    }
    return answered;
  }

  private boolean visit(DemoStop stop) {
    try {
      Plan plan = sluice.plan(stop.sql(), sluice.policyOfQueries().withPrefer(stop.prefer()));
      shell.out().print(decision(plan));
      stop.shown().forEach(engine -> shell.out().print(text(plan, engine)));
      shell.out().line("");
      shell.out().flush();
      run(stop, plan);
      return true;
    } catch (SluiceException e) {
      shell.out().flush();
      shell.err().print(ErrorReport.text(e, stop.sql(), shell.terminal().errStyle()));
      return false;
    }
  }

  private String decision(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : plan.decision().candidates()) {
      String name = PlanText.capitalised(candidate.engine().value());
      String verdict = PlanJson.lower(candidate.verdict());
      String label = name + " ".repeat(Math.max(1, 10 - name.length()));
      text.append(label).append(style.verdict(candidate.verdict(), verdict));
      text.append(why(candidate)).append('\n');
    }
    for (TableScan scan : plan.tables()) {
      if (scan.totalPartitions().isPresent()) {
        text.append("Reads ").append(scan.partitions().size()).append(" of ");
        text.append(scan.totalPartitions().getAsLong()).append(" partitions of ");
        text.append(scan.table().name()).append('\n');
      }
    }
    return text + Paragraph.fold(plan.decision().explanation(), 0, width);
  }

  private String why(Candidate candidate) {
    if (!candidate.isRefused()) {
      return candidate.rules().isEmpty() ? "" : " by " + String.join(", ", candidate.rules());
    }
    if (candidate.reasons().isEmpty()) {
      return "";
    }
    Reason reason = candidate.reasons().get(0);
    String folded = Paragraph.fold(reason.text(), 10, width).strip();
    return folded.contains("\n") ? ":\n          " + folded : ": " + folded;
  }

  private String text(Plan plan, EngineName engine) {
    NativeQuery query = plan.decision().candidate(engine).map(Candidate::query).orElse(null);
    if (query == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append("\nTo ").append(PlanText.capitalised(engine.value())).append(":\n");
    query.session().forEach(s -> text.append(style.faint(Paragraph.indent(s + ";", 4))));
    return text.append(style.faint(Paragraph.indent(query.sql(), 4))).toString();
  }

  private void run(DemoStop stop, Plan plan) {
    try (ProgressLine progress = ProgressLine.on(shell);
        Rows rows = sluice.run(plan, progress)) {
      shell.interruption().watch(rows);
      RowPrinter printer = stop.rows().printer(rows.columns(), shell);
      while (rows.next()) {
        printer.row(rows);
      }
      progress.close();
      printer.end();
      rows.warnings().forEach(warning -> shell.out().line("Warning: " + warning));
      shell.out().flush();
    } finally {
      shell.interruption().release();
    }
  }
}
