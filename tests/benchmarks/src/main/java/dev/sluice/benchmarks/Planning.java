package dev.sluice.benchmarks;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import java.time.Clock;
import java.util.List;

/** Planning as an embedder has it: a Sluice with every dialect and no engine set up. */
final class Planning implements AutoCloseable {
  private final Sluice sluice;
  private long planned;

  Planning(Catalog catalog) {
    this(catalog, Clock.systemUTC());
  }

  /**
   * @param clock what conditions are planned by that ask the clock
   */
  Planning(Catalog catalog, Clock clock) {
    SluiceConfiguration configuration = SluiceConfiguration.builder().clock(clock).build();
    this.sluice = Sluice.builder().catalog(catalog).configuration(configuration).open();
  }

  /** From the text to a plan with one text an engine that can; the text is a new one each time. */
  Plan plan(String sql) {
    return again(sql + "\n-- " + planned++);
  }

  /** The same of a text that may have been planned before, whose binding is kept then. */
  Plan again(String sql) {
    return sluice.plan(sql);
  }

  /** How many texts come out of planning all. */
  long texts(List<String> queries) {
    return queries.stream()
        .flatMap(query -> plan(query).decision().candidates().stream())
        .filter(candidate -> !candidate.isRefused())
        .map(Candidate::query)
        .count();
  }

  @Override
  public void close() {
    sluice.close();
  }
}
