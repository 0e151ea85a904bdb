package dev.sluice.spi;

import dev.sluice.Catalog;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.FileSchemas;
import dev.sluice.Planner;
import dev.sluice.SluiceConfiguration;
import java.util.Map;

/** Makes the planner. */
public interface PlannerProvider {

  /**
   * @param files looks into files where a policy asks for it
   * @param available what the engines that can run queries here see; the planner weighs the others
   *     too
   */
  Planner create(
      Catalog catalog,
      FileSchemas files,
      SluiceConfiguration configuration,
      Map<EngineName, EngineView> available);
}
