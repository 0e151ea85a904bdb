package dev.sluice.files;

import static dev.sluice.TableFormat.ORC;
import static dev.sluice.files.Written.columns;
import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.FileSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.orc.CompressionKind;
import org.apache.orc.TypeDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrcFilesTest {
  private final Path folder;

  OrcFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FileSchema read(String schema) throws IOException {
    return Written.read(ORC, Written.orc(folder.resolve("a.orc"), schema));
  }

  @Test
  void readsEveryScalar() throws IOException {
    FileSchema schema =
        read(
            "struct<flag:boolean,b:tinyint,s:smallint,I:int,l:bigint,f:float,d:double,t:string,"
                + "x:binary,day:date,at:timestamp,m:decimal(12,3),c:char(3),v:varchar(30),"
                + "z:timestamp with local time zone>");
    assertThat(columns(schema))
        .containsExactly(
            "flag boolean",
            "b tinyint",
            "s smallint",
            "i int",
            "l bigint",
            "f float",
            "d double",
            "t string",
            "x binary",
            "day date",
            "at timestamp",
            "m decimal(12,3)",
            "c char(3)",
            "v varchar(30)",
            "z timestamp with local time zone");
    assertThat(schema.findings()).isEmpty();
  }

  @Test
  void readsNestedTypesThreeDeep() throws IOException {
    FileSchema schema =
        read(
            "struct<a:array<struct<B:map<string,array<int>>,c:struct<d:double>>>,"
                + "m:map<bigint,struct<x:array<string>>>>");
    assertThat(columns(schema))
        .containsExactly(
            "a array<struct<b:map<string,array<int>>,c:struct<d:double>>>",
            "m map<bigint,struct<x:array<string>>>");
  }

  @Test
  void keepsUnionsWithTheirPaths() throws IOException {
    FileSchema schema = read("struct<a:int,s:struct<u:uniontype<int,string>,z:int>,z:string>");
    assertThat(columns(schema)).containsExactly("a int", "s struct<u:uniontype,z:int>", "z string");
    assertThat(findings(schema)).containsExactly("UNSUPPORTED_TYPE s.u");
  }

  @Test
  void saysWhenNamesAreHivesOwn() throws IOException {
    assertThat(findings(read("struct<_col0:int,_col1:string>")))
        .containsExactly("POSITIONAL_NAMES");
    Path other = Written.orc(folder.resolve("b.orc"), "struct<_col0:int,_col2:string>");
    assertThat(findings(Written.read(ORC, other))).isEmpty();
  }

  @Test
  void saysWhenColumnsHaveIcebergsIds() throws IOException {
    TypeDescription schema =
        TypeDescription.createStruct()
            .addField("a", TypeDescription.createInt().setAttribute("iceberg.id", "1"));
    Path file = Written.orc(folder.resolve("ids.orc"), schema, CompressionKind.ZLIB, 1);
    assertThat(findings(Written.read(ORC, file))).containsExactly("FIELD_IDS");
  }

  @ParameterizedTest
  @EnumSource(names = "BROTLI", mode = EnumSource.Mode.EXCLUDE)
  void readsEveryCompressionEvenOfFootersLargerThanTheFirstRead(CompressionKind compression)
      throws IOException {
    String fields =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "column_" + Integer.toHexString(i * 7919) + ":bigint")
            .collect(Collectors.joining(","));
    Path small =
        Written.orc(
            folder.resolve("small.orc"),
            TypeDescription.fromString("struct<a:int>"),
            compression,
            3);
    Path large =
        Written.orc(
            folder.resolve("large.orc"),
            TypeDescription.fromString("struct<" + fields + ">"),
            compression,
            1);
    assertThat(columns(Written.read(ORC, small))).containsExactly("a int");
    assertThat(Written.read(ORC, large).columns()).hasSize(2_500);
  }

  @Test
  void saysThatBrotliIsNotRead() throws IOException {
    Path file =
        Written.orc(
            folder.resolve("brotli.orc"),
            TypeDescription.fromString("struct<a:int>"),
            CompressionKind.BROTLI,
            3);
    assertThat(findings(Written.read(ORC, file))).containsExactly("UNSUPPORTED_COMPRESSION");
  }
}
