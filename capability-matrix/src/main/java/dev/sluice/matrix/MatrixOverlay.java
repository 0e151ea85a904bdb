package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user's corrections: capability, engine, the changed fields; and functions of their own. */
final class MatrixOverlay {
  private final String file;
  private final Section corrections;

  private MatrixOverlay(String file, Section corrections) {
    this.file = file;
    this.corrections = corrections;
  }

  static MatrixOverlay read(Path path) {
    try (Reader reader = Files.newBufferedReader(path)) {
      return new MatrixOverlay(path.toString(), SectionReader.read(path.toString(), reader));
    } catch (IOException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID, "The matrix overlay " + path + " cannot be read", e);
    }
  }

  CapabilityMatrix over(CapabilityMatrix matrix) {
    List<CellChange> changes = new ArrayList<>();
    List<DeclaredFunction> functions = List.of();
    for (String name : corrections.keys()) {
      if (name.equals(FunctionReader.FUNCTIONS)) {
        functions = FunctionReader.read(corrections.section(name), matrix.engines());
        continue;
      }
      Capability capability = MatrixLoader.capability(corrections, name);
      Section row = corrections.section(name);
      row.allowOnly(matrix.engines().stream().map(EngineName::value).toList());
      for (String engine : row.keys()) {
        changes.add(change(matrix, capability, EngineName.of(engine), row.section(engine)));
      }
    }
    return matrix.with(changes).declaring(functions);
  }

  private CellChange change(
      CapabilityMatrix matrix, Capability capability, EngineName engine, Section fields) {
    fields.allowOnly(CellReader.KEYS);
    Cell before = matrix.cell(engine, capability);
    Section merged = new Section(file, fields.line(), merged(before, fields));
    return new CellChange(capability, engine, before, CellReader.read(merged, null, null), file);
  }

  /** The old fields under the new ones; what a new verdict makes meaningless is left out. */
  private Map<String, Entry> merged(Cell before, Section fields) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    CellFields.of(before)
        .forEach((key, value) -> merged.put(key, new Entry.Text(value, fields.line())));
    merged.putAll(fields.entries());
    if (fields.keys().contains("verdict") && !fields.keys().contains("rule")) {
      merged.remove("rule");
    }
    if (fields.keys().contains("verdict") && !fields.keys().contains("why")) {
      merged.put("why", new Entry.Text("changed by " + file, fields.line()));
    }
    merged.values().removeIf(entry -> entry instanceof Entry.Text text && text.value().isBlank());
    String said = fields.keys().contains("source") ? ": " + fields.text("source") : "";
    String source = "overlay " + file + said + " (was " + before.datedSource() + ")";
    merged.put("source", new Entry.Text(source, fields.line()));
    return merged;
  }
}
