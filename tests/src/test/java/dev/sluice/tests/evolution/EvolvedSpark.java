package dev.sluice.tests.evolution;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Decision;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.StructValue;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.Verdict;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ReadMode;
import dev.sluice.spark.client.SparkEngineProvider;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases' tables on Sluice's own Spark. */
record EvolvedSpark(Engine spark, Path lake) implements Reads.Evolved, AutoCloseable {
  static final EngineName NAME = EngineName.of("spark");

  /** The condition that Spark names in front of a message. */
  private static final Pattern CODE = Pattern.compile("\\[([A-Z_0-9]+(?:\\.[A-Z_0-9]+)*)]");

  /** As Trino spells it. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  static EvolvedSpark start(Path lake) {
    SluiceConfiguration configuration =
        SluiceConfiguration.builder().engine(NAME, "memory", "768m").build();
    return new EvolvedSpark(new SparkEngineProvider().open(configuration).orElseThrow(), lake);
  }

  @Override
  public void close() {
    spark.close();
  }

  @Override
  public Reads.Answer ask(
      EvolvedTable table, List<String> columns, List<String> more, String where) {
    TableScan scan =
        scan(table, Stream.concat(columns.stream(), more.stream()).distinct().toList());
    return answer(plan(scan, columns, where));
  }

  @Override
  public int atOnce() {
    return 20;
  }

  @Override
  public Reads.Answer together(List<Reads.Question> questions) {
    List<TableScan> scans = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<ResultColumn> results = new ArrayList<>();
    for (Reads.Question question : questions) {
      TableScan scan = scan(question.table(), question.columns());
      scans.add(scan);
      values.add(
          "(SELECT collect_list(struct(%s)) FROM `%s`%s) AS c%d"
              .formatted(
                  String.join(", ", question.columns()),
                  scan.table().name(),
                  question.where().isEmpty() ? "" : " WHERE " + question.where(),
                  results.size()));
      DataType row =
          new DataType.Struct(
              question.columns().stream()
                  .map(name -> new DataType.Field(name, question.table().type(name)))
                  .toList());
      results.add(new ResultColumn("c" + results.size(), new DataType.Array(row)));
    }
    return answer(plan(scans, "SELECT " + String.join(", ", values), results));
  }

  private Reads.Answer answer(Plan plan) {
    try (Rows rows = spark.run(plan, RunListener.NONE)) {
      List<List<@Nullable Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
          row.add(plain(rows.value(i)));
        }
        all.add(row);
      }
      return Reads.Answer.of(all);
    } catch (SluiceException e) {
      Matcher code = CODE.matcher(String.valueOf(e.getMessage()));
      return Reads.Answer.failure(code.find() ? code.group(1) : null);
    }
  }

  /** It is not told a partition's columns, but those of formats without names are compared. */
  @Override
  public boolean looksAtPartitions(Stored stored) {
    return Findings.EVERYTHING || stored == Stored.TEXT || stored == Stored.CSV;
  }

  /**
   * Of text, none that hold others: it has no reader for those. Those that changed are asked for.
   */
  @Override
  public List<String> readable(Stored stored, EvolutionCase one) {
    List<String> before = one.older().fields().stream().map(Type.Field::name).toList();
    return one.newer().fields().stream()
        .filter(
            field ->
                stored != Stored.TEXT
                    || field.type() instanceof Type.Scalar
                    || field.type() instanceof Type.Decimal
                    || (before.contains(field.name()) && !one.older().fields().contains(field)))
        .map(Type.Field::name)
        .toList();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof StructValue struct) {
      return plain(struct.values());
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> parts = new ArrayList<>();
      list.forEach(part -> parts.add(plain(part)));
      return parts;
    } else if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
      map.forEach((key, each) -> entries.put(plain(key), plain(each)));
      return entries;
    } else if (value instanceof LocalDateTime moment) {
      return MOMENT.format(moment);
    } else if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    return value;
  }

  private static Plan plan(TableScan scan, List<String> columns, String where) {
    String sql =
        "SELECT %s FROM `%s`%s"
            .formatted(
                columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                scan.table().name(),
                where.isEmpty() ? "" : " WHERE " + where);
    Map<String, Column> byName =
        scan.table().columns().stream().collect(Collectors.toMap(Column::name, each -> each));
    List<ResultColumn> results =
        columns.stream()
            .map(name -> new ResultColumn(name, Objects.requireNonNull(byName.get(name)).type()))
            .toList();
    return plan(List.of(scan), sql, results);
  }

  private static Plan plan(List<TableScan> scans, String sql, List<ResultColumn> results) {
    Candidate candidate =
        new Candidate(
            NAME,
            Verdict.NATIVE,
            new NativeQuery(sql, List.of(), Set.of()),
            List.of(),
            List.of(),
            List.of());
    return new Plan(
        sql, new Decision(List.of(candidate), NAME, NAME, "asked by a test"), scans, results);
  }

  private TableScan scan(EvolvedTable evolved, List<String> columns) {
    ReadMode mode = evolved.stored().mode();
    Storage storage =
        new Storage(
            mode.format(),
            lake.resolve(evolved.folder()).toString(),
            null,
            null,
            evolved.serde(),
            mode.columns());
    Table table =
        Table.builder(new TableName("evolved", evolved.name()))
            .storage(storage)
            .parameters(evolved.properties())
            .columns(evolved.columns())
            .partitionKey(MetastoreFiles.KEY, Primitive.STRING)
            .build();
    Partition only =
        new Partition(List.of(MetastoreFiles.PARTITION), evolved.partition(), storage, Map.of());
    return new TableScan(
        table, columns, null, OptionalLong.of(1), List.of(only), List.of(), List.of());
  }
}
