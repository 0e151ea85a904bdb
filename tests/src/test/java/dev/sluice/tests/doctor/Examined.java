package dev.sluice.tests.doctor;

import dev.sluice.FileSample;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.Table;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Doctor;
import dev.sluice.doctor.Finding;
import dev.sluice.files.LocalFiles;
import dev.sluice.sql.projection.ProjectedPartitions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the doctor says of the tables of database {@code web}. */
final class Examined {
  private Examined() {}

  static List<Checkup> all(Path lake) {
    return all(() -> Sluice.open(lake));
  }

  static List<Checkup> all(Supplier<Sluice> lake) {
    try (Sluice sluice = lake.get()) {
      List<Checkup> checkups = new ArrayList<>();
      for (Table table : sluice.catalog().tables("web")) {
        checkups.add(doctor(sluice).examine(table));
      }
      return checkups;
    }
  }

  static Checkup one(Path lake, String table) {
    return all(lake).stream()
        .filter(checkup -> checkup.table().name().table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  static List<Finding> problems(Path lake) {
    return all(lake).stream()
        .flatMap(checkup -> checkup.findings().stream())
        .filter(Finding::isProblem)
        .toList();
  }

  private static Doctor doctor(Sluice sluice) {
    return new Doctor(
        table -> ProjectedPartitions.all(sluice.catalog(), table, Instant.now()),
        sluice.files(),
        new LocalFiles()::list,
        FileSample.ALL,
        RunListener.NONE);
  }
}
