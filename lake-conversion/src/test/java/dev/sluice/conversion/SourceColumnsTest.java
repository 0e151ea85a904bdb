package dev.sluice.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.conversion.ConversionPlan.Part;
import dev.sluice.conversion.ConversionPlan.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceColumnsTest {
  private static final Column ID = new Column("id", Primitive.BIGINT);
  private static final Column MORE = new Column("more", Primitive.STRING);
  private static final Column OTHER = new Column("more", Primitive.INTEGER);
  private static final List<Part> WHOLE = List.of(new Part(null, 1, 1, "", State.NEW));

  @Test
  void filesBringWhatTheTableDoesNotDeclare() {
    SourceColumns columns = new SourceColumns(table().build());
    columns.gather(WHOLE, new Files(List.of(ID, MORE)), RunListener.NONE);
    assertThat(columns.columns()).containsExactly(ID, MORE);
    assertThat(columns.added()).containsExactly("more");
    assertThat(columns.losses()).isEmpty();
  }

  @Test
  void ofATableUnderLakeFormationNothingIsLearntFromFiles() {
    SourceColumns columns = new SourceColumns(table().underLakeFormation(true).build());
    columns.gather(WHOLE, new Files(List.of(ID, MORE)), RunListener.NONE);
    assertThat(columns.columns()).containsExactly(ID);
  }

  @Test
  void whatATablesAvroSchemaHasNoPlaceForIsLeftOutAndTold() {
    Table named = table().parameters(Map.of("avro.schema.literal", "{}")).build();
    SourceColumns columns = new SourceColumns(named);
    columns.gather(WHOLE, new Files(List.of(ID, MORE)), RunListener.NONE);
    assertThat(columns.columns()).containsExactly(ID);
    assertThat(columns.losses())
        .containsExactly(
            "Left out, for the Avro schema that the table names has no such fields: more");
  }

  @Test
  void whatNothingReadsIsLeftOutAndTold() {
    DataType union = new DataType.Unsupported("uniontype<int,string>", "unions are not read");
    SourceColumns columns = new SourceColumns(table().column("u", union).build());
    assertThat(columns.columns()).containsExactly(ID);
    assertThat(columns.losses())
        .containsExactly(
            "Column u is left out: it holds uniontype<int,string>: unions are not read");
  }

  @Test
  void columnsOfTwoTypesThatNobodyDeclaresAreRefusedByName() {
    SourceColumns columns = new SourceColumns(table().build());
    columns.gather(WHOLE, new Files(List.of(MORE), List.of(OTHER)), RunListener.NONE);
    assertThatThrownBy(columns::columns)
        .isInstanceOf(SluiceException.class)
        .hasMessageEndingWith("of more than one type: more is string and int");
  }

  private static Table.Builder table() {
    return Table.builder(new TableName("web", "t"))
        .storage(Storage.of(TableFormat.AVRO, "/t"))
        .columns(List.of(ID));
  }

  /** Files with these columns, whatever is asked for. */
  private static final class Files implements FileSchemas {
    private final List<LocationFiles.Inspected> inspected;

    @SafeVarargs
    Files(List<Column>... columns) {
      LakeFile file = new LakeFile("/t/f", 1, Instant.EPOCH);
      this.inspected =
          Stream.of(columns)
              .map(
                  each -> new LocationFiles.Inspected(file, new FileSchema(each, false, List.of())))
              .toList();
    }

    @Override
    public List<LocationFiles> inspect(
        List<Storage> storages, FileSample sample, RunListener listener) {
      return List.of(new LocationFiles("/t", inspected.size(), 1, inspected, null));
    }

    @Override
    public void close() {}
  }
}
