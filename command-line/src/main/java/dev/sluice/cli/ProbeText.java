package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.matrix.Capability;
import dev.sluice.probe.Lake;
import dev.sluice.probe.LakeObject;
import dev.sluice.probe.Probe;
import dev.sluice.probe.ProbeRun;
import java.util.List;
import java.util.Map;

/** What a probe would do, for a person. */
final class ProbeText {
  private ProbeText() {}

  static String planned(
      Lake lake, ProbeRun run, List<EngineName> engines, Map<Capability, String> notProbed) {
    StringBuilder text = new StringBuilder();
    text.append("Would write ").append(lake.objects().size()).append(" files, ");
    text.append(lake.bytes()).append(" bytes:\n");
    for (LakeObject object : lake.objects()) {
      text.append("  ").append(object.location()).append('\n');
    }
    text.append("Would make ").append(lake.tables().size()).append(" tables in Glue:\n");
    lake.tables().forEach(table -> text.append("  ").append(table.name()).append('\n'));
    for (EngineName engine : engines) {
      text.append("Would ask ").append(engine).append(":\n");
      run.probes().forEach(probe -> text.append(asked(run, engine, probe)));
    }
    text.append("Would remove all of it.\n");
    if (!notProbed.isEmpty()) {
      text.append("Not probed:\n");
      notProbed.forEach((capability, why) -> text.append("  " + capability + ": " + why + "\n"));
    }
    return text.toString();
  }

  private static String asked(ProbeRun run, EngineName engine, Probe probe) {
    String sql =
        run.text(engine, probe)
            .map(text -> text.replaceAll("\\s+", " "))
            .orElse("nothing, for Sluice has no words for it there");
    return "  " + probe.capability() + ": " + sql + "\n";
  }
}
