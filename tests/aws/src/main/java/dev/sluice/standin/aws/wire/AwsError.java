package dev.sluice.standin.aws.wire;

import java.util.Map;

/** What an operation answers instead of its result. */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, String> members;

  public AwsError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /**
   * @param members that this error has besides its message
   */
  public AwsError(int status, String code, String message, Map<String, String> members) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.members = members;
  }

  public int status() {
    return status;
  }

  /** {@code AccessDeniedException}, say. */
  public String code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> members() {
    return members;
  }
}
