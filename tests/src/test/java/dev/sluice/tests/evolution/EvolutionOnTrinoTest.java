package dev.sluice.tests.evolution;

import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolutionOnTrinoTest {
  @Test
  void table(@TempDir Path folder) throws Exception {
    EvolvedFiles.write(folder.resolve("lake"));
    MetastoreFiles metastore =
        new MetastoreFiles(folder.resolve("metastore"), folder.resolve("lake"));
    for (Stored stored : Stored.values()) {
      metastore.database(stored.database());
      for (EvolutionCase one : Cases.all()) {
        metastore.table(stored, stored.files().of(one), false);
        metastore.table(stored, stored.files().of(one), true);
      }
    }
    List<String> lines = new ArrayList<>();
    long began = System.nanoTime();
    try (TrinoStandIn trino = TrinoStandIn.start(folder)) {
      System.out.println("started " + (System.nanoTime() - began) / 1_000_000);
      TrinoReads reads = new TrinoReads(trino);
      for (EvolutionCase one : Cases.all()) {
        for (boolean stale : new boolean[] {false, true}) {
          StringBuilder line = new StringBuilder(one.name() + (stale ? " K" : " S"));
          for (Stored stored : Stored.values()) {
            line.append(" | ").append(reads.of(stored, stored.files().of(one), stale));
          }
          lines.add(line.toString());
        }
      }
    } finally {
      System.out.println("ended " + (System.nanoTime() - began) / 1_000_000);
      Files.write(Path.of("/tmp/evo/observed.txt"), lines);
    }
  }
}
