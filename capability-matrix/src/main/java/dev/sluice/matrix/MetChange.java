package dev.sluice.matrix;

import dev.sluice.ColumnMapping;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.EngineName;
import dev.sluice.TableFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of schema between what a query selects, partitions or their files, and their table.
 *
 * @param level whose schema is not the table's
 * @param format of the files
 * @param mapping how the table says that columns are found; null where it does not
 * @param isRead whether the query reads the column that changed
 */
public record MetChange(
    SchemaChange change,
    Drift.Level level,
    TableFormat format,
    @Nullable ColumnMapping mapping,
    PartitionSchema partition,
    boolean isRead) {
  /**
   * What a query meets of a generation's difference.
   *
   * @param isRead whether the query reads the column that changed
   */
  public static MetChange of(Generation generation, Generation.Difference found, boolean isRead) {
    return new MetChange(
        found.change(),
        found.level(),
        generation.format(),
        generation.mapping(),
        found.partition(),
        isRead);
  }

  /** The mode that changes are told for: by name, unless the table says otherwise. */
  public static Optional<ReadMode> mode(TableFormat format, @Nullable ColumnMapping mapping) {
    return ReadMode.of(format, mapping == null ? ColumnMapping.BY_NAME : mapping);
  }

  /**
   * What each engine makes of it, in place of its column in the matrix; nothing of those of which
   * nothing is recorded.
   */
  public Map<EngineName, Cell> cells(Evolution evolution) {
    Map<EngineName, Cell> cells = new LinkedHashMap<>();
    for (EngineName engine : evolution.engines()) {
      Optional<ReadMode> mode = evolution.mode(engine, format, mapping);
      if (mode.isPresent()) {
        EvolutionCell recorded = evolution.cell(engine, mode.get(), change.kind(), partition);
        if (recorded.isRecorded()) {
          boolean isMet = isMet(recorded.worst(), mode.get());
          cells.put(engine, cell(recorded, isMet, isMet ? cure(engine, evolution) : ""));
        }
      }
    }
    return cells;
  }

  /** Whether the query meets what comes of it, which may shift other columns than its own. */
  private boolean isMet(Outcome outcome, ReadMode mode) {
    boolean shifts = mode.columns() == ColumnMapping.BY_POSITION && !change.isNested();
    return switch (outcome.reading()) {
      case RIGHT -> false;
      case NULL, WRONG -> isRead || shifts;
      case ERROR -> isRead || outcome.scope() == ErrorScope.ANY_QUERY;
      case UNKNOWN -> true;
    };
  }

  /** What in the catalog would let an engine read it rightly, for a person; empty if nothing. */
  private String cure(EngineName engine, Evolution evolution) {
    if (level == Drift.Level.PARTITION && synced().isReadRight(engine, evolution)) {
      return "; right once the partitions have the table's columns, see sluice doctor";
    } else if (named().isReadRight(engine, evolution)) {
      return "; right once the table says that columns go by name, see sluice doctor";
    } else if (level == Drift.Level.PARTITION && named().synced().isReadRight(engine, evolution)) {
      return "; right once the table says that columns go by name and the partitions have its"
          + " columns, see sluice doctor";
    }
    return "";
  }

  private MetChange synced() {
    return new MetChange(change, level, format, mapping, PartitionSchema.FRESH, isRead);
  }

  /** A column that was renamed is another one by name. */
  private MetChange named() {
    boolean couldBe = format == TableFormat.ORC || format == TableFormat.PARQUET;
    return couldBe && change.change() != DriftChange.COLUMN_RENAMED
        ? new MetChange(change, level, format, ColumnMapping.BY_NAME, partition, isRead)
        : this;
  }

  private boolean isReadRight(EngineName engine, Evolution evolution) {
    return evolution
        .mode(engine, format, mapping)
        .filter(
            mode -> {
              EvolutionCell found = evolution.cell(engine, mode, change.kind(), partition);
              return found.isRecorded() && !isMet(found.worst(), mode);
            })
        .isPresent();
  }

  private Cell cell(EvolutionCell recorded, boolean isMet, String cure) {
    return new Cell(
        isMet ? verdict(recorded.reading()) : CellVerdict.NATIVE,
        null,
        isMet ? why(recorded) + cure : recorded.why(),
        null,
        recorded.source(),
        recorded.sourceDate(),
        recorded.checked(),
        recorded.confidence(),
        recorded.evidence(),
        null);
  }

  private static CellVerdict verdict(Reading reading) {
    return switch (reading) {
      case RIGHT -> CellVerdict.NATIVE;
      case NULL, WRONG -> CellVerdict.WRONG;
      case ERROR -> CellVerdict.REFUSE;
      case UNKNOWN -> CellVerdict.UNKNOWN;
    };
  }

  private String why(EvolutionCell recorded) {
    String code = recorded.worst().code();
    String comes =
        switch (recorded.reading()) {
          case RIGHT -> "reads right";
          case NULL -> "reads NULL where there are values";
          case WRONG -> "reads other values than were written";
          case ERROR -> code == null ? "fails" : "fails with " + code;
          case UNKNOWN -> "what comes of it is not established";
        };
    String kind = change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return kind + " " + comes + (recorded.why() == null ? "" : ": " + recorded.why());
  }
}
