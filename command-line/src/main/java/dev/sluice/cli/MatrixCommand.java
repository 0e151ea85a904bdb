package dev.sluice.cli;

import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.MatrixReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the shipped capability matrix. */
@Command(
    name = "matrix",
    description = "Show what each engine can do, and where that is known from.",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice matrix",
      "  sluice matrix --format json",
      "  sluice matrix --format markdown > capability-matrix.md"
    })
final class MatrixCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private MatrixFormat format = MatrixFormat.text;

  MatrixCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CapabilityMatrix matrix = CapabilityMatrix.shipped();
    String report =
        switch (format) {
          case text -> MatrixReport.text(matrix);
          case json -> MatrixReport.json(matrix);
          case markdown -> MatrixReport.markdown(matrix);
        };
    shell.out().print(report.endsWith("\n") ? report : report + "\n");
    return 0;
  }

  @Override
  public boolean errorsAsJson() {
    return format == MatrixFormat.json;
  }

  @Override
  public @Nullable String sql() {
    return null;
  }
}
