package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.ErrorCode;
import dev.sluice.FileSchemas;
import dev.sluice.NearestName;
import dev.sluice.Planner;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.spi.PlannerProvider;
import dev.sluice.sql.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the planner of the dialects on the class path and the shipped matrix. */
public final class QueryPlannerProvider implements PlannerProvider {
  @Override
  public Planner create(
      Catalog catalog,
      FileSchemas files,
      SluiceConfiguration configuration,
      Map<EngineName, EngineView> available) {
    List<Dialect> dialects = dialects();
    CapabilityMatrix matrix = CapabilityMatrix.shipped();
    for (Dialect dialect : dialects) {
      matrix = dialect.configured(matrix, configuration);
    }
    // Last, so that what a user says of one cell stands over what a setting makes of it.
    if (configuration.matrixOverlay().isPresent()) {
      matrix = matrix.overlaid(configuration.matrixOverlay().get());
    }
    requireKnown(configuration, matrix.engines(), available.keySet());
    return new QueryPlanner(catalog, files, configuration, matrix, dialects, available);
  }

  /**
   * Plans by another matrix than the configured one: what would be sent if cells were otherwise.
   */
  public static Planner of(
      Catalog catalog,
      FileSchemas files,
      SluiceConfiguration configuration,
      CapabilityMatrix matrix,
      Map<EngineName, EngineView> available) {
    return new QueryPlanner(catalog, files, configuration, matrix, dialects(), available);
  }

  private static List<Dialect> dialects() {
    return ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static void requireKnown(
      SluiceConfiguration configuration, List<EngineName> engines, Set<EngineName> available) {
    List<EngineName> known =
        Stream.concat(engines.stream(), available.stream()).distinct().sorted().toList();
    Stream.concat(configuration.engines().stream(), configuration.policy().prefer().stream())
        .filter(name -> !known.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw unknown(name, known.stream().map(EngineName::value).toList());
            });
  }

  private static SluiceException unknown(EngineName name, List<String> known) {
    String question = NearestName.question(name.value(), known);
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "The configuration names engine '%s', which is not known%s"
            .formatted(
                name, question.isEmpty() ? "; known are " + String.join(", ", known) : question));
  }
}
