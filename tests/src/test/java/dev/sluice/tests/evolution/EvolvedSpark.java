package dev.sluice.tests.evolution;

import dev.sluice.Candidate;
import dev.sluice.Column;
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
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.StructValue;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.Verdict;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.PartitionSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases' tables on Sluice's own Spark. */
record EvolvedSpark(Engine spark, Path lake) implements Reads.Evolved {
  static final EngineName NAME = EngineName.of("spark");

  /** Otherwise what must read the same is read once. */
  private static final boolean EVERYTHING = Boolean.getBoolean("sluice.evolution.all");

  /** The condition that Spark names in front of a message. */
  private static final Pattern CODE = Pattern.compile("\\[([A-Z_0-9]+(?:\\.[A-Z_0-9]+)*)]");

  @Override
  public Reads.Answer ask(
      Stored stored,
      EvolutionCase one,
      PartitionSchema partition,
      List<String> columns,
      String where) {
    TableScan scan =
        scan(stored, one, partition, where.isEmpty() ? columns : readable(stored, one));
    try (Rows rows = spark.run(plan(scan, columns, where), RunListener.NONE)) {
      List<List<@Nullable Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
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
    return EVERYTHING || stored == Stored.TEXT || stored == Stored.CSV;
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
    Candidate candidate =
        new Candidate(
            NAME,
            Verdict.NATIVE,
            new NativeQuery(sql, List.of(), Set.of()),
            List.of(),
            List.of(),
            List.of());
    Map<String, Column> byName =
        scan.table().columns().stream().collect(Collectors.toMap(Column::name, each -> each));
    List<ResultColumn> results =
        columns.stream()
            .map(name -> new ResultColumn(name, Objects.requireNonNull(byName.get(name)).type()))
            .toList();
    return new Plan(
        sql,
        new Decision(List.of(candidate), NAME, NAME, "asked by a test"),
        List.of(scan),
        results);
  }

  private TableScan scan(
      Stored stored, EvolutionCase one, PartitionSchema partition, List<String> columns) {
    String location = lake.resolve(stored.files().folder(one)).toString();
    Storage storage =
        new Storage(
            stored.mode().format(), location, null, null, Map.of(), stored.mode().columns());
    Table table =
        Table.builder(new TableName("evolved", one.name()))
            .storage(storage)
            .columns(Findings.columns(one.newer()))
            .partitionKey(MetastoreFiles.KEY, Primitive.STRING)
            .build();
    boolean stale = partition == PartitionSchema.STALE;
    List<Column> own = Findings.columns(stale ? one.older() : one.newer());
    Partition only = new Partition(List.of(MetastoreFiles.PARTITION), own, storage, Map.of());
    return new TableScan(
        table, columns, null, OptionalLong.of(1), List.of(only), List.of(), List.of());
  }
}
