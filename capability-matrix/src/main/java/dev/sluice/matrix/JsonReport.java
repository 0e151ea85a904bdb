package dev.sluice.matrix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.sluice.EngineName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the matrix as JSON; later versions add fields and change none. */
final class JsonReport {
  private static final int SCHEMA = 1;

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static String of(CapabilityMatrix matrix) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(indented());
      new JsonReport(json).matrix(matrix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  /** The line's end is the same on every machine. */
  private static DefaultPrettyPrinter indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private void matrix(CapabilityMatrix matrix) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeArrayFieldStart("capabilities");
    for (CapabilityRow row : matrix.rows()) {
      row(row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(CapabilityRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("capability", row.capability().name());
    json.writeStringField("title", row.title());
    json.writeStringField("area", row.area());
    json.writeObjectFieldStart("cells");
    for (Map.Entry<EngineName, Cell> cell : row.cells().entrySet()) {
      json.writeFieldName(cell.getKey().value());
      cell(cell.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("when");
    for (ConditionalCell condition : row.conditions()) {
      json.writeStartObject();
      json.writeStringField("engine", condition.engine().value());
      json.writeStringField("setting", condition.condition().setting());
      json.writeStringField("value", condition.condition().value());
      json.writeFieldName("cell");
      cell(condition.cell());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void cell(Cell cell) throws IOException {
    json.writeStartObject();
    json.writeStringField("verdict", MatrixWords.word(cell.verdict()));
    optional("rule", cell.rule());
    optional("why", cell.why());
    optional("caveat", cell.caveat());
    json.writeStringField("source", cell.source());
    optional("sourceDate", cell.sourceDate());
    json.writeStringField("checked", cell.checked().toString());
    json.writeStringField("confidence", MatrixWords.word(cell.confidence()));
    json.writeStringField("evidence", MatrixWords.word(cell.evidence()));
    optional("probe", cell.probe());
    json.writeEndObject();
  }

  private void optional(String name, @Nullable String value) throws IOException {
    json.writeStringField(name, value);
  }
}
