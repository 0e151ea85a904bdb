package dev.sluice.spark.client;

/** The stack trace of an error in the worker, as text: its classes are not here. */
final class RemoteTrace extends Exception {
  private static final long serialVersionUID = 1L;

  RemoteTrace(String trace) {
    super("In Spark's process: " + trace, null, false, false);
  }
}
