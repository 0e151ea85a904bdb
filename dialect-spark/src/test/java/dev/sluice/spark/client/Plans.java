package dev.sluice.spark.client;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.Decision;
import dev.sluice.NativeQuery;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.Table;
import dev.sluice.TableScan;
import dev.sluice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans made by hand, and their rows. */
final class Plans {
  private Plans() {}

  static Plan of(String sql, List<TableScan> scans, DataType... types) {
    return of(List.of(), sql, scans, types);
  }

  /** With statements to run before. */
  static Plan of(List<String> session, String sql, List<TableScan> scans, DataType... types) {
    List<ResultColumn> columns = new ArrayList<>();
    for (DataType type : types) {
      columns.add(new ResultColumn("c" + columns.size(), type));
    }
    Candidate candidate =
        new Candidate(
            SparkEngine.NAME,
            Verdict.NATIVE,
            new NativeQuery(sql, session, Set.of()),
            List.of(),
            List.of(),
            List.of());
    Decision decision =
        new Decision(List.of(candidate), SparkEngine.NAME, SparkEngine.NAME, "by hand");
    return new Plan(sql, decision, scans, columns);
  }

  static Plan of(String sql, DataType... types) {
    return of(sql, List.of(), types);
  }

  /** A scan of every column. */
  static TableScan scan(Table table, Partition... partitions) {
    return scan(table, table.allColumns().stream().map(Column::name).toList(), partitions);
  }

  static TableScan scan(Table table, List<String> columns, Partition... partitions) {
    return new TableScan(
        table,
        columns,
        null,
        table.isPartitioned() ? OptionalLong.of(partitions.length) : OptionalLong.empty(),
        List.of(partitions),
        List.of(),
        List.of());
  }

  static List<List<@Nullable Object>> rows(Rows answer) {
    try (answer) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (answer.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
          row.add(answer.value(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
