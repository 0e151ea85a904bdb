package dev.sluice.cli;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
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
    this.csv = generator(line);
    writeLine(columns.stream().map(ResultColumn::name).toList());
  }

  private static CsvGenerator generator(StringWriter target) {
    try {
      CsvGenerator csv = new CsvFactory().createGenerator(target);
      csv.enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS);
      csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
      csv.setSchema(CsvSchema.emptySchema().withLineSeparator("\n"));
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
          csv.writeString(CellText.of(value));
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

  @Override
  public void end() {}
}
