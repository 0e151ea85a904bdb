package dev.sluice.athena.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;

class ResultTypesTest {
  @ParameterizedTest
  @CsvSource({
    "BIGINT, integer",
    "INTEGER, bigint",
    "REAL, float",
    "DOUBLE, float",
    "STRING, char",
    "BINARY, varchar",
    "TIMESTAMP, timestamp",
    "UNKNOWN, varchar",
    "DATE, a name that Athena may have tomorrow",
  })
  void typesOfOneKindAreRead(Primitive planned, String said) {
    assertThatCode(() -> require(List.of(planned), said)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, varchar",
    "BIGINT, double",
    "DOUBLE, decimal",
    "STRING, integer",
    "STRING, row",
    "BINARY, varbinary",
    "DATE, timestamp",
    "TIMESTAMP, timestamp with time zone",
    "BOOLEAN, varchar",
  })
  void typesOfOtherKindsAreNot(Primitive planned, String said) {
    assertThatThrownBy(() -> require(List.of(planned), said))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED))
        .hasMessageContaining("column c0 of the result of query q is " + said);
  }

  @Test
  void nestedValuesComeAsText() {
    DataType struct = new DataType.Struct(List.of(new DataType.Field("a", Primitive.INTEGER)));
    assertThatCode(() -> require(List.of(struct, new DataType.Array(struct)), "varchar", "varchar"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> require(List.of(struct), "row"))
        .hasMessageContaining("row(a integer)");
  }

  @Test
  void othersInNumberAreNotRead() {
    assertThatThrownBy(() -> require(List.of(Primitive.DATE), "date", "date"))
        .hasMessage("The result of query q has 2 columns where 1 were asked for");
  }

  @Test
  void whereNothingIsSaidNothingIsHeldAgainstIt() {
    assertThatCode(() -> require(List.of(Primitive.DATE))).doesNotThrowAnyException();
    assertThatCode(() -> ResultTypes.of("q", List.of(), GetQueryResultsResponse.builder().build()))
        .doesNotThrowAnyException();
  }

  private static void require(List<DataType> planned, String... said) {
    List<ColumnInfo> columns =
        List.of(said).stream()
            .map(type -> ColumnInfo.builder().name("any").type(type).build())
            .toList();
    List<ResultColumn> wanted =
        planned.stream().map(type -> new ResultColumn("c" + planned.indexOf(type), type)).toList();
    ResultTypes types =
        ResultTypes.of(
            "q",
            wanted,
            GetQueryResultsResponse.builder()
                .resultSet(set -> set.resultSetMetadata(metadata -> metadata.columnInfo(columns)))
                .build());
    for (int i = 0; i < planned.size(); i++) {
      types.requireKind(i);
    }
  }
}
