package dev.sluice.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import io.trino.tpcds.column.ColumnType;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * TPC-H and TPC-DS: the texts are those of Trino's own benchmarks, the columns those of Trino's
 * generators, all as their jars hold them. The files are said to be Parquet.
 */
final class TpcSuites {
  private static final int TPCH_QUERIES = 22;
  private static final int TPCDS_QUERIES = 99;

  private TpcSuites() {}

  static Suite tpch() {
    List<Table> tables =
        TpchTable.getTables().stream()
            .map(
                table ->
                    parquet(
                        "tpch",
                        table.getTableName(),
                        table.getColumns().stream().map(TpcSuites::column)))
            .toList();
    return new Suite(tables, texts("tpch", TPCH_QUERIES));
  }

  static Suite tpcds() {
    List<Table> tables =
        io.trino.tpcds.Table.getBaseTables().stream()
            .map(
                table ->
                    parquet(
                        "tpcds",
                        table.getName(),
                        Stream.of(table.getColumns())
                            .map(column -> new Column(column.getName(), type(column.getType())))))
            .toList();
    return new Suite(tables, texts("tpcds", TPCDS_QUERIES));
  }

  private static Table parquet(String database, String name, Stream<Column> columns) {
    Table.Builder table = Table.builder(new TableName(database, name));
    columns.forEach(column -> table.column(column.name(), column.type()));
    return table.storage(Storage.of(TableFormat.PARQUET, "s3://tpc/" + name)).build();
  }

  private static Column column(TpchColumn<?> column) {
    return new Column(column.getSimplifiedColumnName(), type(column.getType()));
  }

  private static DataType type(TpchColumnType type) {
    return switch (type.getBase()) {
      case INTEGER -> DataType.Primitive.INTEGER;
      case IDENTIFIER -> DataType.Primitive.BIGINT;
      case DATE -> DataType.Primitive.DATE;
      case DOUBLE -> DataType.Primitive.DOUBLE;
      case VARCHAR -> new DataType.Varchar(type.getPrecision().orElseThrow().intValue());
    };
  }

  /** CHAR is told as VARCHAR, as most lakes have it; a time of day, which none has, as text. */
  private static DataType type(ColumnType type) {
    return switch (type.getBase()) {
      case INTEGER -> DataType.Primitive.INTEGER;
      case IDENTIFIER -> DataType.Primitive.BIGINT;
      case DATE -> DataType.Primitive.DATE;
      case DECIMAL ->
          new DataType.Decimal(type.getPrecision().orElseThrow(), type.getScale().orElseThrow());
      case VARCHAR, CHAR -> new DataType.Varchar(type.getPrecision().orElseThrow());
      case TIME -> DataType.Primitive.STRING;
    };
  }

  private static List<String> texts(String suite, int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(query -> text("/sql/presto/%s/q%02d.sql".formatted(suite, query)))
        .map(text -> text.replace("${database}.${schema}.", suite + "."))
        .map(text -> text.replace("\"${database}\".\"${schema}\".\"${prefix}", suite + ".\""))
        .map(text -> text.replace("${scale}", "1"))
        // A bare name in Trino and here, a reserved word in Calcite.
        .map(text -> text.replace(" value", " \"value\""))
        .map(text -> text.strip().endsWith(";") ? text.substring(0, text.lastIndexOf(';')) : text)
        .toList();
  }

  private static String text(String resource) {
    try (InputStream in = requireNonNull(TpcSuites.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
