package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"formats", "types", "nested", "syntax", "operations"})
  void theFastReaderReadsWhatAYamlLibraryReads(String area) throws IOException {
    String file = area + ".yaml";
    String text = shipped(file);
    assertThat(plain(PlainSectionReader.read(file, text)))
        .isEqualTo(plain(SectionReader.read(file, new StringReader(text))));
  }

  @Test
  void refusesACapabilityThatIsMisspelt() {
    assertThatThrownBy(() -> load(row("READ_PARQUETT", "verdict: native")))
        .isInstanceOf(SluiceException.class)
        .hasMessage(
            "Unknown capability 'READ_PARQUETT'; did you mean READ_PARQUET? (t.yaml, line 4)");
  }

  @Test
  void refusesACapabilityWithTwoRows() {
    MatrixLoader loader = new MatrixLoader(List.of());
    Section file = PlainSectionReader.read("t.yaml", row("READ_ORC", "verdict: native"));
    loader.add(file);
    assertThatThrownBy(() -> loader.add(file)).hasMessageContaining("READ_ORC has a row already");
  }

  @Test
  void refusesAFileThatLeavesCapabilitiesOut() {
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: native")))
        .hasMessageContaining("READ_ORC has no row");
  }

  @Test
  void refusesAKeyThatNobodyReads() {
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: native\n      sorce: x")))
        .hasMessageContaining("Unknown key 'sorce'; did you mean source? (t.yaml, line 8)");
  }

  @Test
  void refusesAVerdictThatIsMisspelt() {
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: natve")))
        .hasMessageContaining("Unknown verdict 'natve'; did you mean native?");
  }

  @Test
  void refusesARefusalWithoutAReasonAndARuleOutsideARewrite() {
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: refuse")))
        .hasMessageContaining("needs a why");
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: native\n      rule: some-rule")))
        .hasMessageContaining("A rule stands in 'rewrite' cells");
    assertThatThrownBy(() -> load(row("READ_PARQUET", "verdict: rewrite")))
        .hasMessageContaining("A rule stands in 'rewrite' cells");
  }

  @Test
  void pointsAtALineThatIsNoYamlOfOurs() {
    assertThatThrownBy(() -> PlainSectionReader.read("t.yaml", "area: x\n  deeper: y\n"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> PlainSectionReader.read("t.yaml", "area: x\nno colon\n"))
        .hasMessageContaining("a key and a colon are missing (t.yaml, line 2)");
    assertThatThrownBy(() -> PlainSectionReader.read("t.yaml", "a: 1\na: 2\n"))
        .hasMessageContaining("'a' stands twice");
  }

  private static void load(String yaml) {
    MatrixLoader loader = new MatrixLoader(List.of());
    loader.add(PlainSectionReader.read("t.yaml", yaml));
    loader.complete();
  }

  private static String row(String capability, String fields) {
    return """
        area: formats
        checked: 2026-11-22
        capabilities:
          %s:
            title: A title
            athena:
              %s
              source: A document
              confidence: high
        """
        .formatted(capability, fields);
  }

  private static Map<String, Object> plain(Section section) {
    return section.entries().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
  }

  private static Object plain(Entry entry) {
    return entry instanceof Section section ? plain(section) : ((Entry.Text) entry).value();
  }

  private static String shipped(String file) throws IOException {
    try (InputStream stream = MatrixLoader.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
