package dev.sluice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every error that Sluice raises. The message says what, where, which value, and what to do; the
 * position, where there is one, is in the user's SQL.
 */
public final class SluiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable SqlPosition position;
  private final transient @Nullable Plan plan;

  public SluiceException(ErrorCode code, String message) {
    this(code, message, null, null, null);
  }

  public SluiceException(ErrorCode code, String message, Throwable cause) {
    this(code, message, null, null, cause);
  }

  public SluiceException(ErrorCode code, String message, @Nullable SqlPosition position) {
    this(code, message, position, null, null);
  }

  /**
   * @param plan what was planned before the error, so that a caller can show each engine's reasons
   */
  public SluiceException(
      ErrorCode code,
      String message,
      @Nullable SqlPosition position,
      @Nullable Plan plan,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.position = position;
    this.plan = plan;
  }

  public ErrorCode code() {
    return code;
  }

  public Optional<SqlPosition> position() {
    return Optional.ofNullable(position);
  }

  /** The plan that could not be run, when the error came after planning. */
  public Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }
}
