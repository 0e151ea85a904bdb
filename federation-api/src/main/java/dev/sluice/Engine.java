package dev.sluice;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Executes the text that was planned for it. Safe for use by several threads; whoever opened it
 * closes it.
 */
public interface Engine extends AutoCloseable {

  EngineName name();

  /**
   * Starts the plan's query for this engine and returns its rows. The plan's candidate for {@link
   * #name()} must not be refused.
   *
   * @throws SluiceException with {@link ErrorCode#ENGINE_UNAVAILABLE} or {@link
   *     ErrorCode#ENGINE_FAILED}
   */
  Rows run(Plan plan, RunListener listener);

  /** The same, labelling the query with its tag, where the engine has labels. */
  default Rows run(Plan plan, RunOptions options) {
    return run(plan, options.listener());
  }

  /** What the engine sees; asking for it starts nothing. */
  default EngineView view() {
    return EngineView.OF_CATALOG;
  }

  /** What has the engine write files anew; empty for one that cannot. */
  default Optional<Converter> converter() {
    return Optional.empty();
  }

  /** Tries what only this engine knows of: who calls, where results go. May take some seconds. */
  default void check(Consumer<CheckResult> results) {}

  @Override
  void close();
}
