package dev.sluice.cli;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.Progress;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import java.util.function.Function;

/** An engine that gives the rows it was told to. */
record FakeEngine(EngineName name, Function<Plan, Rows> answers) implements Engine {
  @Override
  public Rows run(Plan plan, RunListener listener) {
    listener.progressed(new Progress("starting", 0, 0));
    listener.progressed(new Progress("reading", 1, 4));
    return answers.apply(plan);
  }

  @Override
  public void close() {}
}
