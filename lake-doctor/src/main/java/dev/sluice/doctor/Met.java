package dev.sluice.doctor;

import dev.sluice.ColumnMapping;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.TableFormat;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.SchemaChange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change that leads from what a partition, or its files, say of the columns to what the table
 * says, where it is met, and what comes of it.
 *
 * @param level whether the catalog's partition or the file disagrees with the table
 * @param engines what each engine reads over it; all engines are there
 */
public record Met(
    Drift.Level level,
    SchemaChange change,
    TableFormat format,
    @Nullable ColumnMapping mapping,
    PartitionSchema partition,
    Map<EngineName, EvolutionCell> engines) {}
