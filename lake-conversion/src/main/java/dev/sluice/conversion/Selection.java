package dev.sluice.conversion;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.Converter;
import dev.sluice.ErrorCode;
import dev.sluice.Fallback;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableScan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an order selects of its table, as planning a query tells: which partitions, and whether the
 * engine that converts can read them.
 */
record Selection(Sluice sluice, Table source, Optional<String> where) {

  /** The partitions, as the catalog has them; no file is looked at. */
  TableScan scan() {
    TableScan scan = plan("count(*)", false, RunListener.NONE).tables().get(0);
    requireKeysOnly(scan);
    if (scan.partitionsUnknown() != null) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "The partitions of %s are not known: %s"
              .formatted(source.name(), scan.partitionsUnknown()));
    }
    return scan;
  }

  /**
   * Looks into the files, and gives what the engine's answer may differ in, each as a sentence.
   *
   * @throws SluiceException with {@link ErrorCode#NO_ENGINE} when the engine cannot read them
   */
  List<String> requireReadable(List<Column> columns, Converter converter, RunListener listener) {
    Plan plan = planned(columns, listener);
    Candidate candidate =
        plan.decision().candidates().stream()
            .filter(one -> one.engine().equals(converter.engine()) && one.twins().isEmpty())
            .findFirst()
            .orElseThrow(() -> failed("no engine that converts is known"));
    if (candidate.isRefused()) {
      String reasons =
          candidate.reasons().stream().map(Selection::text).collect(Collectors.joining("; "));
      throw new SluiceException(
          ErrorCode.NO_ENGINE,
          "%s cannot be converted, for %s cannot read it: %s"
              .formatted(source.name(), converter.engine(), reasons));
    }
    return candidate.caveats().stream().map(Selection::text).toList();
  }

  private static String text(Reason reason) {
    return reason.text();
  }

  private Plan planned(List<Column> columns, RunListener listener) {
    String list =
        columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    return plan(list.isEmpty() ? "count(*)" : list, true, listener);
  }

  private Plan plan(String selected, boolean inspect, RunListener listener) {
    // On a line of its own, for the condition may end in a comment.
    String condition = where.map(text -> "\nWHERE (" + text + "\n)").orElse("");
    String sql =
        "SELECT %s\nFROM %s.%s%s"
            .formatted(
                selected,
                quoted(source.name().database()),
                quoted(source.name().table()),
                condition);
    PlanOptions policy =
        sluice
            .policy()
            .withInspectFiles(inspect)
            .withAnswerAlone(false)
            .withFallback(Fallback.QUERY);
    Plan plan = sluice.plan(sql, List.of(), policy, listener);
    if (plan.tables().size() != 1) {
      throw failed("the condition reads other tables");
    }
    return plan;
  }

  /** A partition is converted whole or not at all. */
  private void requireKeysOnly(TableScan scan) {
    List<String> keys = source.partitionKeys().stream().map(Column::name).toList();
    List<String> others = scan.columns().stream().filter(name -> !keys.contains(name)).toList();
    if (!others.isEmpty()) {
      throw failed(
          "the condition may read partition keys alone (%s), not %s"
              .formatted(
                  keys.isEmpty() ? "it has none" : String.join(", ", keys),
                  String.join(", ", others)));
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private SluiceException failed(String why) {
    return new SluiceException(
        ErrorCode.INVALID_QUERY, "%s cannot be converted so: %s".formatted(source.name(), why));
  }
}
