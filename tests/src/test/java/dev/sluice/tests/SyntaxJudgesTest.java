package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.Candidate;
import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spark.client.SparkEngine;
import dev.sluice.spark.client.SparkEngineProvider;
import io.trino.sql.parser.SqlParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Each engine's text is judged by a parser, or an analyser, that is not ours. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class SyntaxJudgesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  /** What queries show whose right text JSqlParser 5.4 cannot read, each with the reason. */
  private static final Map<String, String> JSQLPARSER_CANNOT =
      Map.of(
          "EXISTS as a value", "an operand of = like any other to PostgreSQL's grammar",
          "several grouping sets",
              "Redshift Developer Guide, Aggregation extensions, Concatenated grouping (read 2026-11-26)");

  private final Sluice sluice = Golden.open();
  private final SparkEngine spark =
      (SparkEngine)
          new SparkEngineProvider()
              .open(SluiceConfiguration.builder().lake(Golden.LAKE).build())
              .orElseThrow();

  @AfterAll
  void close() {
    spark.close();
    sluice.close();
  }

  @TestFactory
  Stream<DynamicTest> trinosParserTakesAthenasText() {
    SqlParser parser = new SqlParser();
    return judge(
        ATHENA,
        (name, plan) ->
            assertThatCode(() -> parser.createStatement(sql(plan, ATHENA).orElseThrow()))
                .doesNotThrowAnyException());
  }

  @TestFactory
  Stream<DynamicTest> jSqlParserTakesRedshiftsText() {
    return judge(
        SPECTRUM,
        (name, plan) -> {
          if (JSQLPARSER_CANNOT.keySet().stream().noneMatch(name::startsWith)) {
            assertThatCode(() -> CCJSqlParserUtil.parse(sql(plan, SPECTRUM).orElseThrow()))
                .doesNotThrowAnyException();
          }
        });
  }

  /**
   * Spark's analyser resolves every name and type; the columns are those that the plan promises.
   */
  @TestFactory
  Stream<DynamicTest> sparksAnalyserTakesSparksText() {
    return judge(
        SparkEngine.NAME,
        (name, plan) -> {
          List<ResultColumn> seen = inSpark(spark.describe(plan));
          List<ResultColumn> promised = inSpark(plan.columns());
          if (isValues(plan)) {
            assertThat(seen)
                .extracting(ResultColumn::type)
                .isEqualTo(promised.stream().map(ResultColumn::type).toList());
          } else {
            assertThat(seen).isEqualTo(promised);
          }
        });
  }

  /** Spark names the columns of VALUES itself; rows carry the plan's names all the same. */
  private static boolean isValues(Plan plan) {
    return plan.sql().stripLeading().toUpperCase(Locale.ROOT).startsWith("VALUES");
  }

  private Stream<DynamicTest> judge(EngineName engine, BiConsumer<String, Plan> judge) {
    return queries(engine).entrySet().stream()
        .map(query -> Map.entry(query.getKey(), sluice.plan(query.getValue())))
        .filter(one -> sql(one.getValue(), engine).isPresent())
        // The judges are given no values.
        .filter(one -> one.getValue().parameters().isEmpty())
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(), () -> judge.accept(one.getKey(), one.getValue())));
  }

  /** The golden queries, what shows each capability, and what the corpora give this engine. */
  private static Map<String, String> queries(EngineName engine) {
    Map<String, String> queries = new TreeMap<>();
    Golden.all().forEach(golden -> queries.put(golden.toString(), golden.query()));
    Examples.planned().forEach((capability, sql) -> queries.put(capability.name(), sql));
    CorpusTest.entries()
        .filter(entry -> entry.engines().contains(engine.value()))
        .forEach(entry -> queries.put(entry.construct() + ", " + entry.place(), entry.sql()));
    return queries;
  }

  private static Optional<String> sql(Plan plan, EngineName engine) {
    return plan.decision().candidate(engine).map(Candidate::query).map(query -> query.sql());
  }

  /** Spark has one type for all text outside table definitions, and one for moments in UTC. */
  private static List<ResultColumn> inSpark(List<ResultColumn> columns) {
    return columns.stream()
        .map(column -> new ResultColumn(column.name(), inSpark(column.type())))
        .toList();
  }

  private static DataType inSpark(DataType type) {
    if (type instanceof DataType.Varchar || type instanceof DataType.Char) {
      return DataType.Primitive.STRING;
    } else if (type == DataType.Primitive.TIMESTAMP_WITH_TIME_ZONE
        || type instanceof DataType.Timestamp) {
      return DataType.Primitive.TIMESTAMP;
    } else if (type instanceof DataType.Array array) {
      return new DataType.Array(inSpark(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      return new DataType.MapOf(inSpark(map.key()), inSpark(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      List<DataType.Field> fields =
          struct.fields().stream()
              .map(field -> new DataType.Field(field.name(), inSpark(field.type())))
              .toList();
      return new DataType.Struct(fields);
    }
    return type;
  }
}
