package dev.sluice;

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

  @Override
  void close();
}
