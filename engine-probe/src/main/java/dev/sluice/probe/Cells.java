package dev.sluice.probe;

import dev.sluice.EngineName;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.CapabilityRow;
import dev.sluice.matrix.Cell;
import dev.sluice.matrix.CellChange;
import dev.sluice.matrix.CellVerdict;
import dev.sluice.matrix.Confidence;
import dev.sluice.matrix.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cells as they would be, and as a probe finds that they are. */
final class Cells {
  /** A person reads it, in a file that is kept. */
  private static final int LONGEST_REASON = 300;

  private Cells() {}

  /** The matrix with those cells of an engine that send no queries sending them. */
  static CapabilityMatrix routing(
      CapabilityMatrix matrix, EngineName engine, Predicate<Capability> which) {
    List<CellChange> changes = new ArrayList<>();
    for (CapabilityRow row : matrix.rows()) {
      Cell cell = matrix.cell(engine, row.capability());
      if (which.test(row.capability()) && !cell.verdict().routes()) {
        changes.add(change(row.capability(), engine, cell, with(cell, CellVerdict.NATIVE, null)));
      }
    }
    return matrix.with(changes);
  }

  static CapabilityMatrix refusing(
      CapabilityMatrix matrix, EngineName engine, Capability capability) {
    Cell cell = matrix.cell(engine, capability);
    Cell refused = with(cell, CellVerdict.REFUSE, "a probe asks what needs it");
    return matrix.with(List.of(change(capability, engine, cell, refused)));
  }

  private static Cell with(Cell cell, CellVerdict verdict, @Nullable String why) {
    return new Cell(
        verdict,
        null,
        why,
        cell.caveat(),
        cell.source(),
        cell.sourceDate(),
        cell.checked(),
        cell.confidence(),
        cell.evidence(),
        cell.probe());
  }

  private static CellChange change(
      Capability capability, EngineName engine, Cell before, Cell after) {
    return new CellChange(capability, engine, before, after, "a probe");
  }

  /** The cell as it was found to be. */
  static CellChange found(Judgement judgement, LocalDate today) {
    CellVerdict verdict =
        switch (judgement.outcome()) {
          case ANSWERS_RIGHT -> CellVerdict.NATIVE;
          case FAILS -> CellVerdict.REFUSE;
          case ANSWERS_OTHERWISE -> CellVerdict.WRONG;
          case AS_THE_MATRIX_SAYS, NOT_JUDGED ->
              throw new IllegalArgumentException("Nothing differs: " + judgement);
        };
    Cell before = judgement.cell();
    Cell after =
        new Cell(
            verdict,
            null,
            shortened(verdict.routes() ? "answered the probe right" : judgement.detail()),
            caveat(before, verdict),
            "sluice probe on " + judgement.engine(),
            today.toString(),
            today,
            // One observation.
            Confidence.MEDIUM,
            Evidence.EXECUTED,
            null);
    return change(judgement.capability(), judgement.engine(), before, after);
  }

  /** One right answer does not say that the wrong ones that somebody saw are gone. */
  private static @Nullable String caveat(Cell before, CellVerdict verdict) {
    return verdict.routes() && before.verdict() == CellVerdict.WRONG
        ? shortened("one probe was answered right, where the matrix had: " + before.why())
        : before.caveat();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + " …";
  }
}
