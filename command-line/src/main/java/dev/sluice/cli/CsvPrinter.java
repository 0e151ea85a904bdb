package dev.sluice.cli;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.results.ValueText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A header and a line a row. NULL is nothing at all, an empty text is {@code ""}. */
final class CsvPrinter implements RowPrinter {
  private final Output out;
  private final StringWriter line = new StringWriter();
  private final CsvGenerator csv;

  CsvPrinter(List<ResultColumn> columns, Output out) {
    this.out = out;
    this.csv = generator(line, columns.size());
    writeLine(columns.stream().map(ResultColumn::name).toList());
  }

  private static CsvGenerator generator(StringWriter target, int width) {
    CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\n");
    // Numbered, not named: a result may have two columns of one name. Without columns in its schema
    // the generator would leave NULLs out of the line.
    for (int i = 0; i < width; i++) {
      schema.addColumn(String.valueOf(i));
    }
    try {
      CsvGenerator csv = new CsvFactory().createGenerator(target);
      csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
      csv.setSchema(schema.build());
      return csv;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(Rows rows) {
    writeLine(RowNames.values(rows));
  }

  private void writeLine(List<? extends @Nullable Object> values) {
    try {
      csv.writeStartArray();
      for (Object value : values) {
        if (value == null) {
          csv.writeNull();
        } else {
          writeCell(ValueText.of(value));
        }
      }
      csv.writeEndArray();
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(line.toString());
    line.getBuffer().setLength(0);
  }

  private void writeCell(String text) throws IOException {
    if (text.isEmpty()) {
      // The generator's own switch for this does nothing under the strict check.
      csv.writeRawValue("\"\"");
    } else {
      csv.writeString(text);
    }
  }

  @Override
  public void end() {}
}
