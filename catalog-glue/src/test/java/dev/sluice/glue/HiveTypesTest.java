package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiveTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean|boolean",
        "tinyint|tinyint",
        "smallint|smallint",
        "int|integer",
        "integer|integer",
        "bigint|bigint",
        "long|bigint",
        "float|real",
        "double|double",
        "double  precision|double",
        "string|varchar",
        "binary|varbinary",
        "date|date",
        "timestamp|timestamp(3)",
        "decimal|decimal(10,0)",
        "decimal(7)|decimal(7,0)",
        "decimal( 38 , 18 )|decimal(38,18)",
        "DECIMAL (10,2)|decimal(10,2)",
        "char(3)|char(3)",
        "varchar(65535)|varchar(65535)",
        "array<string>|array(varchar)",
        "set<string>|array(varchar)",
        "map<string,array<int>>|map(varchar, array(integer))",
        "MAP < STRING , Array< INT > >|map(varchar, array(integer))",
        "struct<os:string,lat:double>|row(os varchar, lat double)",
        "STRUCT<Os : String, geo: struct<LAT:double>>|row(os varchar, geo row(lat double))",
        "array<struct<id:bigint,price:decimal(10,2)>>|array(row(id bigint, price decimal(10,2)))",
      })
  void reads(String hive, String sql) {
    assertThat(HiveTypes.parse(hive)).hasToString(sql);
  }

  @Test
  void readsBackWhatItSpells() {
    DataType type = HiveTypes.parse("array<struct<a:map<string,char(2)>,b:varchar(9),c:float>>");

    assertThat(HiveTypes.parse(type.hive())).isEqualTo(type);
  }

  @Test
  void dropsCommentsInsideStructs() {
    assertThat(
            HiveTypes.parse(
                "struct<a : int COMMENT 'of x, y> or \\'z\\'', b:array<int> comment \"it's\",c:int>"))
        .hasToString("row(a integer, b array(integer), c integer)");
    assertThat(HiveTypes.parse("struct<comment:string comment 'twice '' quoted'>"))
        .hasToString("row(comment varchar)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a_b|a_b",
        "a.b|a.b",
        "a-b|a-b",
        "$id|$id",
        "@type|@type",
        "First Name|first name",
        "a\\:b|a:b",
        "a\\d|a\\d",
        "`a:b,c>`|a:b,c>",
        "`a``b`|a`b",
        "\"a:b\"|a:b",
        "1st|1st",
        "Größe|größe",
      })
  void readsNamesOfFields(String written, String name) {
    DataType type = HiveTypes.parse("struct<x:int," + written + ":string>");

    assertThat(type).isInstanceOf(DataType.Struct.class);
    assertThat(((DataType.Struct) type).fields().get(1))
        .isEqualTo(new DataType.Field(name, Primitive.STRING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniontype<int,string>",
        "uniontype<struct<a:int,b:`x>`>,array<int>>",
        "interval_day_time",
        "timestamp with local time zone",
        "timestamp(3)",
        "void",
        "datetime",
        "variant",
        "decimal()",
        "decimal(39,2)",
        "decimal(5,6)",
        "decimal(10,2,1)",
        "decimal(a)",
        "char",
        "char(256)",
        "varchar",
        "varchar(0)",
        "varchar(99999999999999999999)",
        "struct<>",
        "struct<a:int,A:string>",
        "tuple<int, struct<a:int>>",
      })
  void keepsWhatItDoesNotKnowInPlace(String unknown) {
    DataType type = HiveTypes.parse("struct<a:int, b: " + unknown + " comment 'x',c:array<date>>");

    assertThat(type).isInstanceOf(DataType.Struct.class);
    List<DataType.Field> fields = ((DataType.Struct) type).fields();
    assertThat(fields).extracting(DataType.Field::name).containsExactly("a", "b", "c");
    assertThat(fields.get(1).type())
        .isInstanceOfSatisfying(
            DataType.Unsupported.class,
            unsupported -> {
              assertThat(unsupported.text()).isEqualTo(unknown);
              assertThat(unsupported.reason()).isNotBlank();
            });
    assertThat(HiveTypes.parse(unknown)).isEqualTo(fields.get(1).type());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "<",
        ">",
        "array",
        "array<",
        "array<>",
        "array<int",
        "array<int>>",
        "array<int,int>",
        "map<string>",
        "struct<a:int",
        "struct<a int>",
        "struct<:int>",
        "struct<a:>",
        "struct<a:int,>",
        "struct<a:int comment 'x>",
        "struct<`a:int>",
        "int,int",
        "uniontype<int",
        "struct<a\\",
        "'",
        "\\",
      })
  void saysWhatIsWrongWithMalformedText(String malformed) {
    assertThat(HiveTypes.parse(malformed))
        .isInstanceOfSatisfying(
            DataType.Unsupported.class,
            unsupported -> {
              assertThat(unsupported.text()).isEqualTo(malformed);
              assertThat(unsupported.reason()).isNotBlank();
            });
  }

  @Test
  void saysWhereTheTextIsMalformed() {
    assertThat(HiveTypes.parse("map<string>"))
        .isInstanceOfSatisfying(
            DataType.Unsupported.class,
            unsupported -> assertThat(unsupported.reason()).endsWith("found '>' at character 11"));
  }

  @Test
  void boundsDepthWithoutLosingTheRest() {
    String deep = "array<".repeat(1_000) + "int" + ">".repeat(1_000);

    DataType type = HiveTypes.parse("struct<a:" + deep + ",b:int>");

    assertThat(type).isInstanceOf(DataType.Struct.class);
    assertThat(((DataType.Struct) type).fields().get(1).name()).isEqualTo("b");
    assertThat(type.toString()).isNotEmpty();
    assertThat(type.hive()).isEqualTo("struct<a:" + deep + ",b:int>");
    assertThat(type.hashCode()).isEqualTo(HiveTypes.parse(type.hive()).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "array<",
        "struct<a:",
        "map<int,",
        "struct<",
        "uniontype<",
        "(",
        "<",
        ">",
        ",",
        "'",
        "''",
        "`",
        "\\",
        " ",
        "comment ",
        "comment '",
        "array<comment ",
        "a",
        ":",
        "struct<a:int,",
        "array <"
      })
  void takesLinearTimeAndLittleStackForAnyText(String piece) {
    String hostile = piece.repeat(100_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (String prefix : List.of("", "struct<a:", "uniontype<", "array<struct<a:int,b:")) {
            DataType type = HiveTypes.parse(prefix + hostile);
            assertThat(type.hive()).isNotNull();
            assertThat(type).isEqualTo(HiveTypes.parse(prefix + hostile));
          }
        });
  }
}
