package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  private final CapabilityMatrix shipped = CapabilityMatrix.shipped();
  private final Path folder;

  OverlayTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void changesTheNamedFieldsAndKeepsTheOthers() throws IOException {
    Path file =
        write(
            """
            NESTED_IN_AVRO:
              spectrum: {verdict: native, source: "our cluster, patch 205"}
            """);
    CapabilityMatrix matrix = shipped.overlaid(file);
    Cell cell = matrix.cell(SPECTRUM, Capability.NESTED_IN_AVRO);
    assertThat(cell.verdict()).isEqualTo(CellVerdict.NATIVE);
    assertThat(cell.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(cell.source())
        .startsWith("overlay " + file + ": our cluster, patch 205 (was Amazon Redshift");
    assertThat(matrix.changes()).hasSize(1);
    assertThat(matrix.changes().get(0))
        .hasToString("NESTED_IN_AVRO on spectrum: refuse became native by " + file);
    assertThat(shipped.changes()).isEmpty();
    assertThat(shipped.cell(SPECTRUM, Capability.NESTED_IN_AVRO).verdict())
        .isEqualTo(CellVerdict.REFUSE);
  }

  @Test
  void anEmptyCaveatVouchesForTheData() throws IOException {
    List<Requirement> text = List.of(Requirement.of(Capability.READ_TEXT, null));
    assertThat(shipped.assess(SPECTRUM, text).caveats()).hasSize(1);
    CapabilityMatrix matrix =
        shipped.overlaid(
            write("READ_TEXT:\n  spectrum: {caveat: \"\", source: our longest text is 4 KB}\n"));
    assertThat(matrix.assess(SPECTRUM, text).caveats()).isEmpty();
  }

  @Test
  void aRewriteThatIsTurnedOffLosesItsRuleAndSaysWhy() throws IOException {
    CapabilityMatrix matrix =
        shipped.overlaid(write("RETURN_MAP:\n  spectrum:\n    verdict: refuse\n"));
    Cell cell = matrix.cell(SPECTRUM, Capability.RETURN_MAP);
    assertThat(cell.rule()).isNull();
    assertThat(cell.why()).contains("changed by");
    assertThat(
            matrix.assess(SPECTRUM, List.of(Requirement.of(Capability.RETURN_MAP, null))).refused())
        .isTrue();
  }

  @Test
  void aCaveatCanBeAdded() throws IOException {
    CapabilityMatrix matrix =
        shipped.overlaid(write("QUALIFY:\n  spectrum:\n    caveat: we saw it differ once\n"));
    Cell cell = matrix.cell(SPECTRUM, Capability.QUALIFY);
    assertThat(cell.verdict()).isEqualTo(CellVerdict.NATIVE);
    assertThat(cell.caveat()).isEqualTo("we saw it differ once");
  }

  @Test
  void anEmptyTextTakesAFieldAway() throws IOException {
    CapabilityMatrix matrix = shipped.overlaid(write("READ_JSON_OPENX: {athena: {caveat: ''}}\n"));
    assertThat(matrix.cell(EngineName.of("athena"), Capability.READ_JSON_OPENX).caveat()).isNull();
  }

  @Test
  void laterOverlaysLieOverEarlierOnes() throws IOException {
    CapabilityMatrix once =
        shipped.overlaid(write("QUALIFY:\n  spectrum: {verdict: refuse, why: off}\n"));
    CapabilityMatrix twice = once.overlaid(write("QUALIFY:\n  spectrum: {verdict: native}\n"));
    assertThat(twice.cell(SPECTRUM, Capability.QUALIFY).verdict()).isEqualTo(CellVerdict.NATIVE);
    assertThat(twice.changes()).hasSize(2);
  }

  @Test
  void anEmptyFileChangesNothing() throws IOException {
    assertThat(shipped.overlaid(write("# nothing yet\n")).changes()).isEmpty();
  }

  @Test
  void namesTheNearestOfWhatItDoesNotKnow() throws IOException {
    assertRefused("QUALFY:\n  athena: {verdict: native}\n", "did you mean QUALIFY?", "line 1");
    assertRefused("QUALIFY:\n  athna: {verdict: native}\n", "did you mean athena?", "line 2");
    assertRefused("QUALIFY:\n  athena:\n    verdit: native\n", "did you mean verdict?", "line 3");
    assertRefused("QUALIFY:\n  athena:\n    verdict: rewritten\n", "did you mean rewrite?");
    assertRefused("QUALIFY:\n  athena:\n    verdict: rewrite\n    verdict: native\n", "twice");
    assertRefused("- QUALIFY\n", "should hold keys");
    assertRefused("QUALIFY: native\n", "should hold keys of its own");
    assertRefused("QUALIFY: {athena: [1]}\n", "should be a text or hold keys");
    assertRefused("QUALIFY: {", "is not YAML");
  }

  @Test
  void declaresFunctions() throws IOException {
    Path file =
        write(
            """
            functions:
              Mask:
                arguments: varchar, decimal(10, 2)
                returns: varchar
                spectrum: public.f_mask
              now_utc: {returns: timestamp, spark: now_utc}
            """);
    assertThat(shipped.overlaid(file).functions())
        .extracting(DeclaredFunction::toString)
        .containsExactly(
            "function mask(varchar, decimal(10, 2)) varchar by " + file,
            "function now_utc() timestamp by " + file);
    assertThat(shipped.overlaid(file).functions().get(0).spellings())
        .containsExactly(Map.entry(SPECTRUM, "public.f_mask"));
  }

  @Test
  void refusesFunctionsThatCannotBeCalled() throws IOException {
    assertRefused("functions: {f: {returns: varchar}}\n", "No engine has the function 'f'");
    assertRefused("functions: {f: {spark: g}}\n", "'returns' is missing");
    assertRefused(
        "functions: {f: {returns: varchar, spark: 'g(1); --'}}\n", "is no name of a function");
    assertRefused("functions: {a b: {returns: varchar, spark: g}}\n", "is no name of a function");
    assertRefused("functions: {f: {return: varchar}}\n", "did you mean returns?");
  }

  @Test
  void saysWhenTheFileIsNotThere() {
    assertThatThrownBy(() -> shipped.overlaid(folder.resolve("none.yaml")))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("cannot be read");
  }

  private void assertRefused(String yaml, String... parts) throws IOException {
    Path file = write(yaml);
    assertThatThrownBy(() -> shipped.overlaid(file))
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessageContainingAll(parts)
        .hasMessageContaining(file.toString());
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "overlay", ".yaml"), yaml);
  }
}
