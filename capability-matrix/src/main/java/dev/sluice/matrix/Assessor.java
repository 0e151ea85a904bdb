package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.Reason;
import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds requirements against one engine's column. Not shareable between threads. */
final class Assessor {
  private static final Comparator<SqlPosition> BY_PLACE =
      Comparator.comparingInt(SqlPosition::line).thenComparingInt(SqlPosition::column);

  /** Tables first, as they show no place of their own; then as the user wrote. */
  private static final Comparator<Requirement> ORDER =
      Comparator.comparing(Requirement::position, Comparator.nullsFirst(BY_PLACE))
          .thenComparing(Requirement::capability)
          .thenComparing(
              Requirement::table, Comparator.nullsFirst(Comparator.<TableName>naturalOrder()))
          .thenComparing(Requirement::column, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Requirement::detail, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final CapabilityMatrix matrix;
  private final EngineName engine;
  private final List<Reason> refusals = new ArrayList<>();
  private final List<Reason> rewrites = new ArrayList<>();
  private final List<Reason> caveats = new ArrayList<>();
  private final Set<String> rules = new LinkedHashSet<>();

  Assessor(CapabilityMatrix matrix, EngineName engine) {
    this.matrix = matrix;
    this.engine = engine;
  }

  Assessment assess(List<Requirement> requirements) {
    Set<Need> seen = new HashSet<>();
    requirements.stream()
        .filter(this::isTold)
        .sorted(ORDER)
        .filter(requirement -> seen.add(Need.of(requirement)))
        .forEach(this::weigh);
    boolean refused = !refusals.isEmpty();
    return new Assessment(refused, refused ? refusals : rewrites, caveats, rules);
  }

  /** Whether there is something to say; of most requirements there is not. */
  private boolean isTold(Requirement requirement) {
    Cell cell = matrix.cell(engine, requirement);
    return cell.verdict() != CellVerdict.NATIVE
        || cell.caveat() != null
        || cell.confidence() == Confidence.LOW;
  }

  private void weigh(Requirement requirement) {
    Cell cell = matrix.cell(engine, requirement);
    switch (cell.verdict()) {
      case NATIVE -> {}
      case REWRITE -> rewrite(requirement, cell);
      case REFUSE -> refuse(requirement, cell, "");
      case WRONG -> refuse(requirement, cell, "the answer would be wrong: ");
      case UNKNOWN -> refuse(requirement, cell, "not known to work: ");
    }
    if (cell.verdict().routes()) {
      caution(requirement, cell);
    }
  }

  private void refuse(Requirement requirement, Cell cell, String how) {
    refusals.add(reason(requirement, cell, how + cell.why()));
  }

  private void rewrite(Requirement requirement, Cell cell) {
    String rule = String.valueOf(cell.rule());
    rules.add(rule);
    String why = cell.why() == null ? "" : ": " + cell.why();
    rewrites.add(reason(requirement, cell, "rewritten by " + rule + why));
  }

  private void caution(Requirement requirement, Cell cell) {
    if (cell.caveat() != null) {
      caveats.add(reason(requirement, cell, cell.caveat()));
    }
    if (cell.confidence() == Confidence.LOW) {
      String title = matrix.row(requirement.capability()).title();
      caveats.add(
          reason(requirement, cell, "it is an inference that this engine can do it: " + title));
    }
  }

  private static Reason reason(Requirement requirement, Cell cell, String text) {
    return new Reason(
        requirement.capability().name(),
        requirement.table(),
        requirement.column(),
        requirement.position(),
        sentence(requirement, text),
        cell.datedSource());
  }

  private static String sentence(Requirement requirement, String text) {
    String subject = subject(requirement);
    String whole =
        subject.isEmpty()
            ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
            : subject + ": " + text;
    return requirement.detail() == null ? whole : whole + " (" + requirement.detail() + ")";
  }

  private static String subject(Requirement requirement) {
    TableName table = requirement.table();
    if (requirement.column() == null) {
      return table == null ? "" : "Table " + table;
    }
    return "Column " + requirement.column() + (table == null ? "" : " of " + table);
  }

  /** What makes two requirements one; syntax has nothing but its detail to tell it apart. */
  private record Need(
      Capability capability,
      @Nullable TableName table,
      @Nullable String column,
      @Nullable String detail,
      Map<EngineName, Cell> cells) {
    static Need of(Requirement requirement) {
      boolean syntax = requirement.table() == null && requirement.column() == null;
      return new Need(
          requirement.capability(),
          requirement.table(),
          requirement.column(),
          syntax ? requirement.detail() : null,
          requirement.cells());
    }
  }
}
