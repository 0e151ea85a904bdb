package dev.sluice.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.LocationFiles;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Format;
import dev.sluice.example.web.Web;
import dev.sluice.files.LakeFileSchemas;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the lake says of its columns what it was written with. */
class FileSchemasTest {
  private static Path lake;

  @BeforeAll
  static void writeOnce(@TempDir Path folder) throws IOException {
    lake = folder;
    new LakeContents(new PrintStream(OutputStream.nullOutputStream())).write(folder);
  }

  static List<ExampleTable> tables() {
    return Web.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void filesSayWhatTheyWereWrittenWith(ExampleTable table) {
    TableFormat format = format(table.format());
    List<Storage> storages =
        table.parts().stream()
            .map(part -> Storage.of(format, lake.resolve(table.location(part)).toString()))
            .toList();
    List<LocationFiles> locations = inspect(storages);
    for (int i = 0; i < storages.size(); i++) {
      ExampleTable.Part part = table.parts().get(i);
      FileSchema schema = locations.get(i).inspected().get(0).schema();
      switch (table.format()) {
        case AVRO, AVRO_BY_URL, PARQUET, ORC -> {
          assertThat(hive(schema.columns())).as(part.value()).isEqualTo(part.fileColumns().hive());
          assertThat(schema.findings()).as(part.value()).isEmpty();
        }
        case JSON_LINES -> {
          // A sample may lack a column, and knows numbers but not their sizes.
          assertThat(names(schema.columns()))
              .as(part.value())
              .isSubsetOf(part.fileColumns().fields().stream().map(field -> field.name()).toList());
          assertThat(schema.problem()).isEmpty();
          assertThat(schema.sampled()).isTrue();
        }
        case CSV -> assertThat(schema.problem()).isPresent();
      }
    }
  }

  @Test
  void everyFormatThatDescribesItselfIsThere() {
    assertThat(tables())
        .extracting(ExampleTable::format)
        .contains(Format.AVRO, Format.PARQUET, Format.ORC, Format.JSON_LINES, Format.CSV);
  }

  private static List<LocationFiles> inspect(List<Storage> storages) {
    try (LakeFileSchemas schemas = LakeFileSchemas.builder().build()) {
      return schemas.inspect(storages, FileSample.ALL);
    }
  }

  private static TableFormat format(Format format) {
    return switch (format) {
      case AVRO, AVRO_BY_URL -> TableFormat.AVRO;
      case PARQUET -> TableFormat.PARQUET;
      case ORC -> TableFormat.ORC;
      case JSON_LINES -> TableFormat.JSON_OPENX;
      case CSV -> TableFormat.CSV_OPEN;
    };
  }

  private static String hive(List<Column> columns) {
    return columns.stream()
        .map(column -> new DataType.Field(column.name(), column.type()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), DataType.Struct::new))
        .hive();
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
