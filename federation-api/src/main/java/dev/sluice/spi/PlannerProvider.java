package dev.sluice.spi;

import dev.sluice.Catalog;
import dev.sluice.EngineName;
import dev.sluice.Planner;
import dev.sluice.SluiceConfiguration;
import java.util.Set;

/** Makes the planner. */
public interface PlannerProvider {

  /**
   * @param available the engines that can run queries here; the planner weighs the others too
   */
  Planner create(Catalog catalog, SluiceConfiguration configuration, Set<EngineName> available);
}
