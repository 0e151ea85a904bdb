package dev.sluice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Tries each part of an open Sluice: the catalog, and each engine that is set up. */
final class SetupCheck {
  private static final String ONE = "SELECT 1 AS one";
  private static final int SHOWN = 5;

  private final Sluice sluice;
  private final Catalog catalog;
  private final Map<EngineName, Engine> engines;
  private final Consumer<CheckResult> results;
  private final RunListener listener;

  /**
   * @param catalog without the engines' own tables
   */
  SetupCheck(
      Sluice sluice,
      Catalog catalog,
      Map<EngineName, Engine> engines,
      Consumer<CheckResult> results,
      RunListener listener) {
    this.sluice = sluice;
    this.catalog = catalog;
    this.engines = new TreeMap<>(engines);
    this.results = results;
    this.listener = listener;
  }

  void run() {
    catalog.check(results);
    engines.forEach(
        (name, engine) -> {
          engine.check(results);
          results.accept(CheckResult.tried(name.value(), "answers " + ONE, () -> ask(name)));
          if (!engine.view().equals(EngineView.OF_CATALOG)) {
            databases(name.value(), engine.view());
          }
        });
  }

  private String ask(EngineName engine) {
    listener.progressed(new Progress("asking " + engine, 0, 0));
    long from = System.nanoTime();
    Plan plan = sluice.plan(ONE, sluice.policy().withPrefer(List.of(engine)));
    if (!engine.equals(plan.decision().engine())) {
      throw new SluiceException(
          ErrorCode.NO_ENGINE, "It was not asked: " + plan.decision().explanation());
    }
    try (Rows rows = sluice.run(plan, listener)) {
      boolean one = rows.next() && Integer.valueOf(1).equals(rows.value(0)) && !rows.next();
      if (!one) {
        throw new SluiceException(ErrorCode.ENGINE_FAILED, "It gave another answer than 1");
      }
    }
    return "in %.1f s".formatted((System.nanoTime() - from) / 1e9);
  }

  /** Which of the catalog's databases the engine sees. */
  private void databases(String part, EngineView view) {
    String what = "sees the databases";
    try {
      List<String> databases = catalog.databases();
      Map<String, String> hidden = new TreeMap<>();
      for (String database : databases) {
        if (view.database(database) instanceof EngineView.Visible.Hidden no) {
          hidden.put(database, no.why());
        }
      }
      String said =
          "%d of %d".formatted(databases.size() - hidden.size(), databases.size())
              + (hidden.isEmpty() ? "" : "; not " + some(hidden));
      results.accept(
          hidden.isEmpty()
              ? CheckResult.good(part, what, said)
              : CheckResult.doubtful(part, what, said, hidden.values().iterator().next()));
    } catch (SluiceException e) {
      results.accept(CheckResult.bad(part, what, String.valueOf(e.getMessage()), null));
    }
  }

  private static String some(Map<String, String> hidden) {
    List<String> shown = new ArrayList<>(hidden.keySet().stream().limit(SHOWN).toList());
    if (hidden.size() > SHOWN) {
      shown.add((hidden.size() - SHOWN) + " more");
    }
    return String.join(", ", shown);
  }
}
