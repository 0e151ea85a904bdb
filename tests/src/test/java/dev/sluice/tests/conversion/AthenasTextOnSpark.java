package dev.sluice.tests.conversion;

import dev.sluice.Candidate;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In the place of Athena: its text, which is Sluice's SQL too, is answered by a real Spark. */
final class AthenasTextOnSpark implements Engine {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPARK = EngineName.of("spark");

  /** The texts that were sent. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final Sluice reader;

  /**
   * @param reader with Spark alone, closed by its owner
   */
  AthenasTextOnSpark(Sluice reader) {
    this.reader = reader;
  }

  @Override
  public EngineName name() {
    return ATHENA;
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    NativeQuery query = plan.decision().candidate(ATHENA).map(Candidate::query).orElseThrow();
    asked.add(query.sql());
    return reader.run(
        reader.plan(query.sql(), reader.policy().withPrefer(List.of(SPARK))), listener);
  }

  @Override
  public void close() {}
}
