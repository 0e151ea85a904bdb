package dev.sluice;

/**
 * Told of progress while a query is planned or runs. May be called from another thread; must return
 * quickly.
 */
@FunctionalInterface
public interface RunListener {
  RunListener NONE = progress -> {};

  void progressed(Progress progress);
}
