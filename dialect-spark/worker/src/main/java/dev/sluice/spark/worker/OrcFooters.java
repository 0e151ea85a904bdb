package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.TypeDescription;

/**
 * Looks at the schema of every ORC file before it is read. ORC's own reader turns any type into any
 * other and gives NULL where a value does not fit, without a word; here that is an error.
 */
final class OrcFooters {
  private static final List<TypeDescription.Category> INTEGERS =
      List.of(
          TypeDescription.Category.BYTE,
          TypeDescription.Category.SHORT,
          TypeDescription.Category.INT,
          TypeDescription.Category.LONG);

  private final Configuration configuration;
  private final List<Column> columns;
  private final ColumnMapping mapping;

  OrcFooters(Configuration configuration, List<Column> columns, ColumnMapping mapping) {
    this.configuration = configuration;
    this.columns = columns;
    this.mapping = mapping;
  }

  void check(String... folders) {
    try {
      List<Path> files = new ArrayList<>();
      for (String folder : folders) {
        Path path = new Path(folder);
        collect(Places.system(configuration, path), path, files);
      }
      files.parallelStream().forEach(this::checkFile);
    } catch (IOException e) {
      throw new WorkerException("Cannot look into the table's ORC files: " + e.getMessage(), e);
    }
  }

  private static void collect(FileSystem system, Path folder, List<Path> files) throws IOException {
    for (FileStatus status : system.listStatus(folder)) {
      String name = status.getPath().getName();
      boolean hidden = name.startsWith("_") || name.startsWith(".");
      if (status.isDirectory() && !hidden) {
        collect(system, status.getPath(), files);
      } else if (!hidden && status.getLen() > 0) {
        files.add(status.getPath());
      }
    }
  }

  private void checkFile(Path file) {
    try (Reader reader = OrcFile.createReader(file, OrcFile.readerOptions(configuration))) {
      TypeDescription schema = reader.getSchema();
      List<String> names = schema.getFieldNames();
      boolean named =
          mapping == ColumnMapping.BY_NAME
              && !names.stream().allMatch(name -> name.startsWith("_col"));
      for (int i = 0; i < columns.size(); i++) {
        int at = named ? indexOf(names, columns.get(i).name()) : i;
        if (at >= 0 && at < names.size()) {
          check(file, columns.get(i).name(), schema.getChildren().get(at), columns.get(i).type());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static int indexOf(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private void check(Path file, String where, TypeDescription found, DataType wanted) {
    if (wanted instanceof DataType.Struct struct
        && found.getCategory() == TypeDescription.Category.STRUCT) {
      for (DataType.Field field : struct.fields()) {
        int at = indexOf(found.getFieldNames(), field.name());
        if (at >= 0) {
          check(file, where + "." + field.name(), found.getChildren().get(at), field.type());
        }
      }
    } else if (wanted instanceof DataType.Array array
        && found.getCategory() == TypeDescription.Category.LIST) {
      check(file, where, found.getChildren().get(0), array.element());
    } else if (wanted instanceof DataType.MapOf map
        && found.getCategory() == TypeDescription.Category.MAP) {
      check(file, where, found.getChildren().get(0), map.key());
      check(file, where, found.getChildren().get(1), map.value());
    } else if (wanted.isNested() || !takes(found, wanted)) {
      throw new WorkerException(
          "Column %s is %s in the catalog and %s in %s, which Spark cannot read safely"
              .formatted(where, wanted.hive(), found, file));
    }
  }

  private static boolean takes(TypeDescription found, DataType wanted) {
    TypeDescription.Category category = found.getCategory();
    if (wanted instanceof DataType.Decimal decimal) {
      return category == TypeDescription.Category.DECIMAL
          && decimal.scale() >= found.getScale()
          && decimal.precision() - decimal.scale() >= found.getPrecision() - found.getScale();
    } else if (wanted instanceof Primitive primitive && primitive != Primitive.STRING) {
      return takes(category, primitive);
    }
    return switch (category) {
      case STRING, VARCHAR, CHAR -> true;
      // Whole numbers have one spelling.
      case BYTE, SHORT, INT, LONG -> wanted == Primitive.STRING;
      default -> false;
    };
  }

  private static boolean takes(TypeDescription.Category found, Primitive wanted) {
    return switch (wanted) {
      case BOOLEAN -> found == TypeDescription.Category.BOOLEAN;
      // The small ones are asked for as int, and narrowed with a check.
      case TINYINT, SMALLINT, INTEGER -> INTEGERS.subList(0, 3).contains(found);
      case BIGINT -> INTEGERS.contains(found);
      case REAL -> found == TypeDescription.Category.FLOAT;
      case DOUBLE ->
          found == TypeDescription.Category.DOUBLE
              || found == TypeDescription.Category.FLOAT
              || INTEGERS.subList(0, 3).contains(found);
      case BINARY -> found == TypeDescription.Category.BINARY;
      case DATE -> found == TypeDescription.Category.DATE;
      case TIMESTAMP ->
          found == TypeDescription.Category.TIMESTAMP
              || found == TypeDescription.Category.TIMESTAMP_INSTANT;
      case STRING, TIMESTAMP_WITH_TIME_ZONE, UNKNOWN -> false;
    };
  }
}
