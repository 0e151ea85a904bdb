package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.FileSample;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Doctor;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.files.LocalFiles;
import dev.sluice.sql.projection.ProjectedPartitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks over what was asked for, and shows how far it is. */
record Examination(Shell shell, Sluice sluice, FileSample sample, Instant now) {

  LakeCheckup of(@Nullable String target) {
    shell.interruption().watchThread();
    try (ProgressLine line = ProgressLine.on(shell)) {
      List<Finding> findings = new ArrayList<>();
      List<Table> tables = tables(target, findings);
      List<Checkup> checkups = new ArrayList<>();
      for (Table table : tables) {
        String place = " (table %d of %d)".formatted(checkups.size() + 1, tables.size());
        RunListener told =
            progress ->
                line.progressed(
                    new Progress(progress.stage() + place, progress.done(), progress.total()));
        checkups.add(doctor(told).examine(table));
        shell.interruption().requireNone();
      }
      return new LakeCheckup(checkups, findings);
    } finally {
      shell.interruption().release();
    }
  }

  private Doctor doctor(RunListener listener) {
    LocalFiles folders = new LocalFiles();
    return new Doctor(
        table -> ProjectedPartitions.all(sluice.catalog(), table, now),
        sluice.files(),
        location -> folders.holds(location) ? folders.list(location) : List.of(),
        sample,
        listener);
  }

  private List<Table> tables(@Nullable String target, List<Finding> findings) {
    Catalog catalog = sluice.catalog();
    if (target == null) {
      return TableLookup.all(catalog, e -> findings.add(unreadable(e)));
    }
    return catalog.databases().contains(target.toLowerCase(Locale.ROOT))
        ? catalog.tables(target)
        : List.of(TableLookup.find(catalog, target));
  }

  private static Finding unreadable(SluiceException e) {
    return new Finding(
        Finding.Kind.CATALOG_UNREADABLE, "catalog", String.valueOf(e.getMessage()), List.of());
  }
}
