package dev.sluice.glue;

/** One entry of a listing cannot be understood; the message says what is wrong with it. */
public final class GlueEntryException extends Exception {
  private static final long serialVersionUID = 1L;

  public GlueEntryException(String message) {
    super(message);
  }
}
