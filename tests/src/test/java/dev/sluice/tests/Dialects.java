package dev.sluice.tests;

import dev.sluice.EngineName;
import dev.sluice.sql.dialect.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The dialects on the class path. */
final class Dialects {
  private Dialects() {}

  static List<Dialect> all() {
    return ServiceLoader.load(Dialect.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Dialect::engine))
        .toList();
  }

  static List<EngineName> engines() {
    return all().stream().map(Dialect::engine).toList();
  }
}
