package dev.sluice.results;

import dev.sluice.DataType;

/** A text that is no value of the type that it should have. */
public final class UnreadableValueException extends RuntimeException {
  private static final int SHOWN = 100;
  private static final long serialVersionUID = 1;

  UnreadableValueException(DataType type, String text, Throwable cause) {
    super("'" + shown(text) + "' is no " + type, cause);
  }

  UnreadableValueException(DataType type, String text) {
    super("'" + shown(text) + "' is no " + type);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
