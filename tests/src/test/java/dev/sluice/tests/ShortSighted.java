package dev.sluice.tests;

import dev.sluice.Catalog;
import dev.sluice.DataType.Primitive;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.Map;

/**
 * An engine for plans only, which sees all databases but one, and keeps table sales.targets itself.
 *
 * @param hidden the database that it does not see
 */
record ShortSighted(EngineName name, String hidden) implements Engine, EngineView {
  private static final Storage OWN =
      new Storage(TableFormat.ENGINE_OWN, null, null, null, Map.of(), null);
  private static final Table TARGETS =
      Table.builder(new TableName("sales", "targets"))
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .storage(OWN)
          .build();

  @Override
  public EngineView view() {
    return this;
  }

  @Override
  public Visible database(String database) {
    return database.equals(hidden)
        ? new Visible.Hidden("no schema shows " + database)
        : new Visible.Named("seen_" + database);
  }

  @Override
  public Catalog ownTables() {
    return InMemoryCatalog.builder().table(TARGETS).build();
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    throw new UnsupportedOperationException("For plans only");
  }

  @Override
  public void close() {}
}
