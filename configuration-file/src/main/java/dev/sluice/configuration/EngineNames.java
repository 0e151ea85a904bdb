package dev.sluice.configuration;

import dev.sluice.EngineName;
import dev.sluice.matrix.CapabilityMatrix;
import java.util.List;
import java.util.Optional;

/** The engines that can be named by users: on the command line, in files and URLs. */
public final class EngineNames {
  private EngineNames() {}

  /** All of them: the columns of the shipped matrix. */
  public static List<EngineName> known() {
    return CapabilityMatrix.shipped().engines();
  }

  /** The engine of that name, in whatever case; empty when there is none. */
  public static Optional<EngineName> find(String text) {
    return known().stream().filter(name -> name.value().equalsIgnoreCase(text.strip())).findFirst();
  }

  /** {@code athena, spectrum or spark}. */
  public static String list() {
    List<String> names = known().stream().map(EngineName::value).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
