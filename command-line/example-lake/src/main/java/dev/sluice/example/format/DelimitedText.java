package dev.sluice.example.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated text without quotes, header, NULLs or empty values, so that all engines read the
 * same from it.
 */
public final class DelimitedText implements RowFile {
  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    List<String> lines =
        rows.stream()
            .map(
                row ->
                    shape.fields().stream()
                        .map(field -> text(row.required(field.name())))
                        .collect(Collectors.joining(",")))
            .toList();
    Files.writeString(
        file,
        String.join("\n", lines) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE_NEW);
  }

  private static String text(Object value) {
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    if (text.isEmpty() || text.matches("(?s).*[,\"\\\\\\r\\n].*")) {
      throw new IllegalArgumentException("Engines would read this value differently: " + text);
    }
    return text;
  }
}
