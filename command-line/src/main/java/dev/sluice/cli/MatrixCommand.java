package dev.sluice.cli;

import dev.sluice.SluiceConfiguration;
import dev.sluice.configuration.ConfigurationFile;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.MatrixReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the capability matrix: as shipped, or as a configuration and an overlay make it. */
@Command(
    name = "matrix",
    description = "Show what each engine can do, and where that is known from.",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice matrix",
      "  sluice matrix --format json",
      "  sluice matrix --format html > matrix.html",
      "  sluice matrix --matrix our-corrections.yaml"
    })
final class MatrixCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private MatrixFormat format = MatrixFormat.text;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Show it as this configuration's engines and overlay make it.")
  private @Nullable Path config;

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description = "Lay this file over it: corrections of cells, functions of your own.")
  private @Nullable Path overlay;

  MatrixCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CapabilityMatrix matrix = matrix();
    String report =
        switch (format) {
          case text -> MatrixReport.text(matrix);
          case json -> MatrixReport.json(matrix);
          case markdown -> MatrixReport.markdown(matrix);
          case html -> MatrixReport.html(matrix);
        };
    shell.out().print(report.endsWith("\n") ? report : report + "\n");
    return 0;
  }

  /** As planning would have it: settings first, so that an overlay stands over them. */
  private CapabilityMatrix matrix() {
    SluiceConfiguration.Builder configuration =
        config == null ? SluiceConfiguration.builder() : ConfigurationFile.read(config);
    if (overlay != null) {
      configuration.matrixOverlay(overlay);
    }
    return CapabilityMatrix.of(configuration.build());
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
