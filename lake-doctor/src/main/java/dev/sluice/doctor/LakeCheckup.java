package dev.sluice.doctor;

import java.util.List;

/**
 * All that was found of a lake.
 *
 * @param findings of databases that could not be read
 */
public record LakeCheckup(List<Checkup> tables, List<Finding> findings) {
  public LakeCheckup {
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
  }

  public boolean isHealthy() {
    return tables.stream().allMatch(Checkup::isHealthy)
        && findings.stream().noneMatch(Finding::isProblem);
  }
}
