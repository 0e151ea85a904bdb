package dev.sluice.tests;

import static java.util.Objects.requireNonNull;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.InMemoryCatalog;
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
 * TPC-H or TPC-DS: the texts are those of Trino's own benchmarks, the columns those of Trino's
 * generators, all as their jars hold them. The files are said to be Parquet.
 *
 * <p>It stands here, and the benchmarks take it out of this module's test jar: they are built last,
 * and put on the class path of the tests they would bring JMH, and Calcite where the arrows between
 * the modules allow none.
 *
 * @param name what people call it
 * @param tables all in one database, without partitions
 * @param queries in their order, the first is number 1
 */
public record Tpc(String name, List<Table> tables, List<String> queries) {
  private static final int TPCH_QUERIES = 22;
  private static final int TPCDS_QUERIES = 99;

  public Tpc {
    tables = List.copyOf(tables);
    queries = List.copyOf(queries);
  }

  public static Tpc h() {
    List<Table> tables =
        TpchTable.getTables().stream()
            .map(
                table ->
                    parquet(
                        "tpch", table.getTableName(), table.getColumns().stream().map(Tpc::column)))
            .toList();
    return new Tpc("TPC-H", tables, texts("tpch", TPCH_QUERIES));
  }

  public static Tpc ds() {
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
    return new Tpc("TPC-DS", tables, texts("tpcds", TPCDS_QUERIES));
  }

  /** A catalog of the tables. */
  public Catalog catalog() {
    InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
    tables.forEach(catalog::table);
    return catalog.build();
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
        .map(text -> text.strip().endsWith(";") ? text.substring(0, text.lastIndexOf(';')) : text)
        .toList();
  }

  private static String text(String resource) {
    try (InputStream in = requireNonNull(Tpc.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
