package dev.sluice;

/**
 * What one engine sees: under which names it knows the catalog's databases, and which tables it has
 * besides. May ask its engine, and remember what it said; what it cannot learn is not visible, with
 * the reason. Safe for use by several threads.
 */
public interface EngineView {
  /** Of an engine that sees the catalog as it is, under the names that its dialect gives. */
  EngineView OF_CATALOG = database -> new Visible.ByDialect();

  /**
   * How the engine knows a database of the catalog.
   *
   * @param database in lower case
   */
  Visible database(String database);

  /**
   * The tables that the engine keeps itself, of format {@link TableFormat#ENGINE_OWN}; their
   * database is the engine's schema.
   *
   * @throws SluiceException when the engine cannot be asked
   */
  default Catalog ownTables() {
    return InMemoryCatalog.EMPTY;
  }

  /** How a database shows in an engine. */
  sealed interface Visible {
    /** Under the name that the dialect gives. */
    record ByDialect() implements Visible {}

    /** Under a name of its own. */
    record Named(String schema) implements Visible {}

    /**
     * Not at all.
     *
     * @param why goes on from the engine's refusal, and says what would mend it
     */
    record Hidden(String why) implements Visible {}
  }
}
