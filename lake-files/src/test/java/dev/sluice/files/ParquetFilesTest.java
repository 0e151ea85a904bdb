package dev.sluice.files;

import static dev.sluice.TableFormat.PARQUET;
import static dev.sluice.files.Written.columns;
import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.FileSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFilesTest {
  private final Path folder;

  ParquetFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FileSchema read(String fields) throws IOException {
    Path file = folder.resolve("a.parquet");
    return Written.read(PARQUET, Written.parquet(file, "message row { " + fields + " }"));
  }

  @Test
  void readsEveryWayToStoreAValue() throws IOException {
    FileSchema schema =
        read(
            """
            required boolean flag; optional int32 I; optional int64 l; optional int96 t;
            optional float f; optional double d; optional binary b;
            optional fixed_len_byte_array(5) x;""");
    assertThat(columns(schema))
        .containsExactly(
            "flag boolean",
            "i int",
            "l bigint",
            "t timestamp",
            "f float",
            "d double",
            "b binary",
            "x binary");
    assertThat(findings(schema)).containsExactly("INT96_TIMESTAMP t", "FIXED_LENGTH x");
  }

  @Test
  void readsWhatValuesAreSaidToMean() throws IOException {
    FileSchema schema =
        read(
            """
            optional binary s (STRING); optional binary e (ENUM); optional binary j (JSON);
            optional binary bson (BSON); optional int32 d (DATE);
            optional int32 d9 (DECIMAL(9,2)); optional int64 d18 (DECIMAL(18,0));
            optional fixed_len_byte_array(16) d38 (DECIMAL(38,38)); optional binary db (DECIMAL(20,4));
            optional int64 ms (TIMESTAMP(MILLIS,true)); optional int64 us (TIMESTAMP(MICROS,true));
            optional int64 ns (TIMESTAMP(NANOS,true)); optional int64 local (TIMESTAMP(MICROS,false));
            optional int32 i8 (INTEGER(8,true)); optional int32 i16 (INTEGER(16,true));
            optional int32 i32 (INTEGER(32,true)); optional int64 i64 (INTEGER(64,true));""");
    assertThat(columns(schema))
        .containsExactly(
            "s string",
            "e string",
            "j string",
            "bson binary",
            "d date",
            "d9 decimal(9,2)",
            "d18 decimal(18,0)",
            "d38 decimal(38,38)",
            "db decimal(20,4)",
            "ms timestamp",
            "us timestamp",
            "ns timestamp",
            "local timestamp",
            "i8 tinyint",
            "i16 smallint",
            "i32 int",
            "i64 bigint");
    assertThat(findings(schema))
        .containsExactly("VARIABLE_DECIMAL db", "NANOSECONDS ns", "LOCAL_TIMESTAMP local");
  }

  @Test
  void readsTheOlderAnnotationsToo() throws IOException {
    FileSchema schema =
        read(
            """
            optional binary s (UTF8); optional int64 ms (TIMESTAMP_MILLIS);
            optional int64 us (TIMESTAMP_MICROS); optional int32 i8 (INT_8);
            optional int32 i16 (INT_16); optional int32 i32 (INT_32); optional int64 i64 (INT_64);
            optional fixed_len_byte_array(12) v (INTERVAL);""");
    assertThat(columns(schema))
        .containsExactly(
            "s string",
            "ms timestamp",
            "us timestamp",
            "i8 tinyint",
            "i16 smallint",
            "i32 int",
            "i64 bigint",
            "v interval");
    assertThat(findings(schema)).containsExactly("UNSUPPORTED_TYPE v");
  }

  @Test
  void keepsColumnsWhoseTypesHiveLacks() throws IOException {
    FileSchema schema =
        read(
            """
            optional int32 u8 (INTEGER(8,false)); optional int64 u64 (INTEGER(64,false));
            optional int32 t (TIME(MILLIS,true)); optional fixed_len_byte_array(16) id (UUID);
            optional fixed_len_byte_array(2) half (FLOAT16); optional int32 ok;
            optional group s { optional int32 u (UINT_16); optional int32 fine; }""");
    assertThat(columns(schema))
        .containsExactly(
            "u8 integer",
            "u64 integer",
            "t time",
            "id uuid",
            "half float16",
            "ok int",
            "s struct<u:integer,fine:int>");
    assertThat(findings(schema))
        .containsExactly(
            "UNSUPPORTED_TYPE u8",
            "UNSUPPORTED_TYPE u64",
            "UNSUPPORTED_TYPE t",
            "UNSUPPORTED_TYPE id",
            "UNSUPPORTED_TYPE half",
            "UNSUPPORTED_TYPE s.u");
    assertThat(schema.problem()).isEmpty();
  }

  @Test
  void readsListsOfThreeLevelsWhateverTheyAreCalled() throws IOException {
    FileSchema schema =
        read(
            """
            optional group standard (LIST) { repeated group list { optional int32 element; } }
            optional group hive (LIST) { repeated group bag { optional binary array_element (UTF8); } }
            required group structs (LIST) { repeated group list {
              required group element { optional int32 A; optional int32 b; } } }
            optional group deep (LIST) { repeated group list { optional group element (LIST) {
              repeated group list { optional group element (LIST) {
                repeated group list { optional double element; } } } } } }""");
    assertThat(columns(schema))
        .containsExactly(
            "standard array<int>",
            "hive array<string>",
            "structs array<struct<a:int,b:int>>",
            "deep array<array<array<double>>>");
    assertThat(schema.findings()).isEmpty();
  }

  @Test
  void readsOlderListsAndSaysSo() throws IOException {
    FileSchema schema =
        read(
            """
            optional group two (LIST) { repeated int32 element; }
            optional group pair (LIST) { repeated group element { required int32 a; required int32 b; } }
            optional group avro (LIST) { repeated group array { required int32 a; } }
            optional group thrift (LIST) { repeated group thrift_tuple { required int32 a; } }
            optional group lists (LIST) { repeated group array (LIST) { repeated int32 array; } }
            repeated int64 bare; repeated group groups { optional int32 a; }""");
    assertThat(columns(schema))
        .containsExactly(
            "two array<int>",
            "pair array<struct<a:int,b:int>>",
            "avro array<struct<a:int>>",
            "thrift array<struct<a:int>>",
            "lists array<array<int>>",
            "bare array<bigint>",
            "groups array<struct<a:int>>");
    assertThat(findings(schema))
        .containsExactly(
            "LEGACY_LIST two",
            "LEGACY_LIST pair",
            "LEGACY_LIST avro",
            "LEGACY_LIST thrift",
            "LEGACY_LIST lists",
            "LEGACY_LIST lists.element",
            "UNMARKED_LIST bare",
            "LEGACY_LIST bare",
            "UNMARKED_LIST groups",
            "LEGACY_LIST groups");
  }

  @Test
  void readsMapsNewAndOld() throws IOException {
    FileSchema schema =
        read(
            """
            optional group m (MAP) { repeated group key_value {
              required binary key (UTF8); optional group value { optional int32 x; } } }
            optional group old (MAP) { repeated group map (MAP_KEY_VALUE) {
              required int64 key; optional double value; } }
            optional group older (MAP_KEY_VALUE) { repeated group map {
              required binary key (UTF8); optional int32 value; } }
            optional group set (MAP) { repeated group key_value { required int32 key; } }""");
    assertThat(columns(schema))
        .containsExactly(
            "m map<string,struct<x:int>>",
            "old map<bigint,double>",
            "older map<string,int>",
            "set map");
    assertThat(findings(schema)).containsExactly("UNSUPPORTED_TYPE set");
  }

  @Test
  void readsStructsThreeDeepWithFieldIds() throws IOException {
    FileSchema schema =
        read(
            """
            optional group a = 1 { optional group B = 2 { optional group c = 3 {
              optional int32 d = 4; } } }""");
    assertThat(columns(schema)).containsExactly("a struct<b:struct<c:struct<d:int>>>");
    assertThat(findings(schema)).containsExactly("FIELD_IDS");
  }

  @Test
  void readsFilesOfSeveralRowGroupsAndFootersLargerThanTheFirstRead() throws IOException {
    String fields =
        IntStream.range(0, 400)
            .mapToObj(i -> "optional binary column_" + i + " (UTF8);")
            .collect(Collectors.joining(" "));
    Path file =
        Written.parquet(
            folder.resolve("groups.parquet"),
            MessageTypeParser.parseMessageType("message row { " + fields + " }"),
            12,
            1_024);
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      assertThat(reader.getRowGroups()).hasSizeGreaterThan(2);
    }
    FileSchema schema = Written.read(PARQUET, file);
    assertThat(schema.columns()).hasSize(400);
    assertThat(columns(schema)).endsWith("column_399 string");
  }
}
