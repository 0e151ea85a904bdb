package dev.sluice.sql.plan;

import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine over empty tables. */
record NoRows(EngineName name) implements Engine {

  @Override
  public Rows run(Plan plan, RunListener listener) {
    return new Empty(plan.columns());
  }

  @Override
  public void close() {}

  private record Empty(List<ResultColumn> columns) implements Rows {
    @Override
    public boolean next() {
      return false;
    }

    @Override
    public @Nullable Object value(int column) {
      throw new IllegalStateException("There is no row");
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
  }
}
