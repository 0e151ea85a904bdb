package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.EngineName;
import dev.sluice.Planner;
import dev.sluice.SluiceConfiguration;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.spi.PlannerProvider;
import dev.sluice.sql.dialect.Dialect;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Makes the planner of the dialects on the class path and the shipped matrix. */
public final class QueryPlannerProvider implements PlannerProvider {
  @Override
  public Planner create(
      Catalog catalog, SluiceConfiguration configuration, Set<EngineName> available) {
    CapabilityMatrix shipped = CapabilityMatrix.shipped();
    CapabilityMatrix matrix = configuration.matrixOverlay().map(shipped::overlaid).orElse(shipped);
    List<Dialect> dialects =
        ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get).toList();
    return new QueryPlanner(catalog, configuration, matrix, dialects, available);
  }
}
