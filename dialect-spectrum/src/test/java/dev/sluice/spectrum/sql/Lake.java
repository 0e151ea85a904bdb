package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.NativeQuery;
import dev.sluice.QueryLimits;
import dev.sluice.Reason;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.parse.QueryParser;
import dev.sluice.sql.prune.Pruner;
import dev.sluice.sql.rewrite.Rewriting;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/** Two tables, and queries over them in Redshift's words. */
final class Lake {
  static final SluiceConfiguration PLAIN = SluiceConfiguration.builder().build();

  private static final DataType DEVICE =
      new DataType.Struct(
          List.of(
              new Field("os", Primitive.STRING),
              new Field(
                  "screen", new DataType.Struct(List.of(new Field("width", Primitive.INTEGER))))));
  private static final DataType ITEM =
      new DataType.Struct(
          List.of(
              new Field("sku", Primitive.STRING),
              new Field("value", Primitive.DOUBLE),
              new Field("notes", new DataType.Array(Primitive.STRING))));

  private static final Table CLICKS =
      Table.builder(new TableName("web", "clicks"))
          .column("id", Primitive.BIGINT)
          .column("url", Primitive.STRING)
          .column("code", new DataType.Varchar(10))
          .column("pad", new DataType.Char(5))
          .column("n", Primitive.INTEGER)
          .column("small", Primitive.SMALLINT)
          .column("price", new DataType.Decimal(10, 2))
          .column("vast", new DataType.Decimal(30, 4))
          .column("score", Primitive.DOUBLE)
          .column("ratio", Primitive.REAL)
          .column("ok", Primitive.BOOLEAN)
          .column("day", Primitive.DATE)
          .column("ts", Primitive.TIMESTAMP)
          .column("raw", Primitive.BINARY)
          .column("device", DEVICE)
          .column("items", new DataType.Array(ITEM))
          .column("words", new DataType.Array(Primitive.STRING))
          .column("tags", new DataType.MapOf(Primitive.STRING, Primitive.STRING))
          .column("blobs", new DataType.Array(Primitive.BINARY))
          .partitionKey("datetime", Primitive.STRING)
          .storage(Storage.of(TableFormat.PARQUET, "s3://lake/clicks"))
          .build();

  private static final Table SHOPS =
      Table.builder(new TableName("web", "shops"))
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .column("user", Primitive.STRING)
          .column("tag", Primitive.STRING)
          .storage(Storage.of(TableFormat.PARQUET, "s3://lake/shops"))
          .build();

  private static final Binder BINDER =
      new Binder(
          InMemoryCatalog.builder().table(CLICKS).table(SHOPS).build(),
          new QueryParser(QueryLimits.DEFAULT));
  private static final SpectrumDialect DIALECT = new SpectrumDialect();

  private Lake() {}

  static Rewriting rewriting(String sql, SluiceConfiguration configuration) {
    BoundQuery bound = BINDER.bind(sql);
    return rewriting(bound, Set.of("web", "ext"), configuration);
  }

  static Rewriting rewriting(String sql, Set<String> schemaNames) {
    BoundQuery bound = BINDER.bind(sql);
    return rewriting(bound, schemaNames, PLAIN);
  }

  private static Rewriting rewriting(
      BoundQuery bound, Set<String> schemaNames, SluiceConfiguration configuration) {
    return Rewriting.of(
        bound,
        Pruner.prune(bound),
        schemaNames,
        DIALECT,
        table -> DIALECT.tableName(table.name(), configuration));
  }

  static Rewriting rewriting(String sql) {
    return rewriting(sql, PLAIN);
  }

  /** The native query; fails if it was refused, or if a parser of Redshift's SQL cannot read it. */
  static NativeQuery query(String sql) {
    Rewriting rewriting = rewriting(sql);
    if (!rewriting.remarks().refusals().isEmpty()) {
      throw new AssertionError(sql + " was refused: " + rewriting.remarks().refusals());
    }
    try {
      CCJSqlParserUtil.parse(rewriting.query().sql());
    } catch (JSQLParserException e) {
      throw new AssertionError(rewriting.query().sql(), e);
    }
    return rewriting.query();
  }

  static String text(String sql) {
    return oneLine(query(sql).sql());
  }

  /** A query of one expression over {@code web.clicks}. */
  static String around(String expression) {
    return "SELECT " + expression + " AS x FROM web.clicks AS c";
  }

  /** What an expression over {@code web.clicks} becomes. */
  static String expression(String expression) {
    String text = text(around(expression));
    String head = "SELECT ";
    String tail = " AS \"x\" FROM \"web\".\"clicks\" AS \"c\"";
    if (!text.startsWith(head) || !text.endsWith(tail)) {
      throw new AssertionError(text);
    }
    return text.substring(head.length(), text.length() - tail.length());
  }

  static List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).toList();
  }

  static List<String> refusals(String sql) {
    return texts(rewriting(sql).remarks().refusals());
  }

  static SluiceConfiguration mapped(String database, String schema) {
    return SluiceConfiguration.builder()
        .engine(EngineName.of("spectrum"), "schemas." + database, schema)
        .build();
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")").trim();
  }
}
