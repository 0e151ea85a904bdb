package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverlayTextTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    Cell after =
        new Cell(
            CellVerdict.REFUSE,
            null,
            "it says: \"no\" \\ # and\nthen\tnothing: é 😀",
            null,
            "a probe",
            null,
            LocalDate.of(2026, 11, 27),
            Confidence.MEDIUM,
            Evidence.EXECUTED,
            null);
    CellChange change =
        new CellChange(
            Capability.READ_JSON_OPENX,
            ATHENA,
            matrix.cell(ATHENA, Capability.READ_JSON_OPENX),
            after,
            "a probe");
    Path file = Files.writeString(folder.resolve("overlay.yaml"), OverlayText.of(List.of(change)));

    Cell read = matrix.overlaid(file).cell(ATHENA, Capability.READ_JSON_OPENX);

    assertThat(read.verdict()).isEqualTo(CellVerdict.REFUSE);
    assertThat(read.why()).isEqualTo(after.why());
    assertThat(read.caveat()).isNull();
    assertThat(read.source()).contains("a probe");
    assertThat(read.checked()).isEqualTo(after.checked());
    assertThat(read.evidence()).isEqualTo(Evidence.EXECUTED);
  }

  @Test
  void everyCellOfTheMatrixComesBackAsItWas(@TempDir Path folder) throws IOException {
    List<CellChange> all =
        matrix.rows().stream()
            .flatMap(
                row ->
                    row.cells().entrySet().stream()
                        .map(
                            cell ->
                                new CellChange(
                                    row.capability(),
                                    cell.getKey(),
                                    cell.getValue(),
                                    cell.getValue(),
                                    "nobody")))
            .toList();
    Path file = Files.writeString(folder.resolve("overlay.yaml"), OverlayText.of(all));

    for (CellChange change : matrix.overlaid(file).changes()) {
      assertThat(change.after())
          .usingRecursiveComparison()
          .ignoringFields("source", "why")
          .isEqualTo(change.before());
    }
  }

  @Test
  void nothingChangedIsAnEmptyFileThatIsRead(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("overlay.yaml"), "# nothing\n" + OverlayText.of(List.of()));
    assertThat(matrix.overlaid(file).changes()).isEmpty();
  }
}
