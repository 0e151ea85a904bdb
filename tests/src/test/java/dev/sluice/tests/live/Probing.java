package dev.sluice.tests.live;

import dev.sluice.EngineName;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.files.FileStore;
import dev.sluice.files.s3.S3Files;
import dev.sluice.glue.live.GlueCatalog;
import dev.sluice.matrix.Capability;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.ProbeRun;
import dev.sluice.probe.Probes;
import dev.sluice.probe.WrittenLake;
import dev.sluice.spectrum.client.SpectrumEngineProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Probes on the shared servers, as the command makes them. */
record Probing(SharedServers.Servers servers) {

  /** Writes a lake, asks, removes it. */
  List<Judgement> judge(
      SluiceConfiguration configuration,
      String run,
      List<EngineName> engines,
      List<Capability> only) {
    Lake lake = ProbeLake.of(SharedServers.BUCKET + "probes/", SharedServers.DATABASE, run);
    try (Sluice athena = Sluice.open(configuration);
        Sluice sluice = withMirror(configuration, athena);
        WrittenLake written = WrittenLake.of(lake, configuration)) {
      try {
        written.write(RunListener.NONE);
        return new ProbeRun(sluice, lake, configuration, engines, Probes.shipped(), only)
            .judge(RunListener.NONE);
      } finally {
        List<String> left = written.remove();
        if (!left.isEmpty()) {
          throw new IllegalStateException(left.toString());
        }
      }
    }
  }

  Sluice withMirror(SluiceConfiguration configuration, Sluice athena) {
    return Sluice.builder()
        .configuration(configuration)
        .engine(
            new MirroredSpectrum(
                new SpectrumEngineProvider().open(configuration).orElseThrow(),
                servers.redshift(),
                athena))
        .open();
  }

  /** What lies in the bucket, below the folder that probes get, and what tables there are. */
  List<String> leftovers() throws IOException {
    SluiceConfiguration configuration = servers.configuration().build();
    try (FileStore files = S3Files.open(configuration);
        GlueCatalog catalog = GlueCatalog.open(configuration)) {
      List<String> left =
          new java.util.ArrayList<>(
              catalog.tables(SharedServers.DATABASE).stream()
                  .map(table -> table.name().toString())
                  .toList());
      try {
        files.list(SharedServers.BUCKET + "probes/").forEach(file -> left.add(file.path()));
      } catch (NoSuchFileException e) {
        // As it should be.
      }
      return left;
    }
  }
}
