package dev.sluice.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileSchema;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.orc.CompressionKind;
import org.apache.orc.TypeDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any schema that a format can hold comes back as it was written. */
class RandomSchemasTest {
  private static final List<DataType> EVERYWHERE =
      List.of(
          Primitive.BOOLEAN,
          Primitive.INTEGER,
          Primitive.BIGINT,
          Primitive.REAL,
          Primitive.DOUBLE,
          Primitive.STRING,
          Primitive.BINARY,
          Primitive.DATE,
          Primitive.TIMESTAMP,
          new DataType.Decimal(1, 0),
          new DataType.Decimal(9, 9),
          new DataType.Decimal(18, 4),
          new DataType.Decimal(38, 10));
  private static final List<DataType> NOT_IN_AVRO = List.of(Primitive.TINYINT, Primitive.SMALLINT);

  private final Random random = new Random(20_261_126);

  private final Path folder;

  RandomSchemasTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void avroKeepsThem() throws IOException {
    for (int i = 0; i < 200; i++) {
      List<Column> columns = columns(EVERYWHERE, true);
      Path file = folder.resolve(i + ".avro");
      Written.avro(file, Schemas.avro(columns), 1);
      check(TableFormat.AVRO, file, columns);
    }
  }

  @Test
  void parquetKeepsThem() throws IOException {
    for (int i = 0; i < 200; i++) {
      List<Column> columns = columns(withSmall(), true);
      Path file = folder.resolve(i + ".parquet");
      Written.parquet(file, Schemas.parquet(columns), 1, 1 << 20);
      check(TableFormat.PARQUET, file, columns);
    }
  }

  @Test
  void orcKeepsThem() throws IOException {
    CompressionKind[] kinds = {
      CompressionKind.NONE, CompressionKind.ZLIB, CompressionKind.SNAPPY, CompressionKind.ZSTD
    };
    List<DataType> scalars = new ArrayList<>(withSmall());
    scalars.add(new DataType.Char(7));
    scalars.add(new DataType.Varchar(65_535));
    scalars.add(Primitive.TIMESTAMP_WITH_TIME_ZONE);
    for (int i = 0; i < 200; i++) {
      List<Column> columns = columns(scalars, false);
      Path file = folder.resolve(i + ".orc");
      TypeDescription schema = TypeDescription.fromString(Schemas.orc(columns));
      Written.orc(file, schema, kinds[i % kinds.length], 1);
      check(TableFormat.ORC, file, columns);
    }
  }

  private static void check(TableFormat format, Path file, List<Column> columns)
      throws IOException {
    FileSchema schema = Written.read(format, file);
    assertThat(schema.columns()).isEqualTo(columns);
    assertThat(schema.findings()).isEmpty();
    List<SchemaCache.Entry> kept =
        List.of(new SchemaCache.Entry(new SchemaCache.Key(format, Written.lakeFile(file)), schema));
    assertThat(SchemaCodec.read(SchemaCodec.write(kept))).isEqualTo(kept);
    Files.delete(file);
  }

  private static List<DataType> withSmall() {
    List<DataType> all = new ArrayList<>(EVERYWHERE);
    all.addAll(NOT_IN_AVRO);
    return all;
  }

  private List<Column> columns(List<DataType> scalars, boolean textKeys) {
    return fields(scalars, textKeys, 0).stream()
        .map(field -> new Column(field.name(), field.type()))
        .toList();
  }

  private List<DataType.Field> fields(List<DataType> scalars, boolean textKeys, int depth) {
    List<DataType.Field> fields = new ArrayList<>();
    int count = 1 + random.nextInt(depth == 0 ? 12 : 4);
    for (int i = 0; i < count; i++) {
      fields.add(new DataType.Field("f" + depth + "_" + i, type(scalars, textKeys, depth + 1)));
    }
    return fields;
  }

  private DataType type(List<DataType> scalars, boolean textKeys, int depth) {
    return switch (depth > 4 ? 0 : random.nextInt(7)) {
      case 1 -> new DataType.Array(type(scalars, textKeys, depth + 1));
      case 2 ->
          new DataType.MapOf(
              textKeys ? Primitive.STRING : scalars.get(random.nextInt(scalars.size())),
              type(scalars, textKeys, depth + 1));
      case 3 -> new DataType.Struct(fields(scalars, textKeys, depth));
      default -> scalars.get(random.nextInt(scalars.size()));
    };
  }
}
