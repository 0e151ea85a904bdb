package dev.sluice;

/** What went wrong, whose affair it is, and whether trying again can help. */
public enum ErrorCode {
  /** The text is not SQL that Sluice reads. */
  SYNTAX_ERROR(Category.USER, false),
  /** The statement is something other than a query, for example a write. */
  NOT_A_QUERY(Category.USER, false),
  /** More than one statement was given. */
  MULTIPLE_STATEMENTS(Category.USER, false),
  /** The text is larger or deeper than the configured limits. */
  QUERY_TOO_LARGE(Category.USER, false),
  TABLE_NOT_FOUND(Category.USER, false),
  COLUMN_NOT_FOUND(Category.USER, false),
  COLUMN_AMBIGUOUS(Category.USER, false),
  FUNCTION_NOT_FOUND(Category.USER, false),
  TYPE_MISMATCH(Category.USER, false),
  /** Any other rule of SQL that the query breaks. */
  INVALID_QUERY(Category.USER, false),
  /** The query would read every partition of a table, and the policy is that none may. */
  PARTITION_FILTER_REQUIRED(Category.USER, false),
  /** A value given for a parameter is not of its type, or there are more or fewer of them. */
  PARAMETER_INVALID(Category.USER, false),
  /** The plan was made too long ago: what it selected by the clock may be too little now. */
  PLAN_OUTDATED(Category.USER, false),
  CONFIGURATION_INVALID(Category.USER, false),
  /** The catalog's entry for a table that the query reads could not be understood. */
  TABLE_UNREADABLE(Category.UNSUPPORTED, false),
  /** No engine can answer the query; the decision says why for each. */
  NO_ENGINE(Category.UNSUPPORTED, false),
  /** The engine that could answer is not configured here. */
  ENGINE_NOT_CONFIGURED(Category.UNSUPPORTED, false),
  /** The files that would be converted for a query are more than the configuration allows. */
  CONVERSION_TOO_LARGE(Category.USER, false),
  CATALOG_UNREADABLE(Category.EXTERNAL, false),
  /** The catalog did not answer, or asks for patience. */
  CATALOG_UNAVAILABLE(Category.EXTERNAL, true),
  /** Whoever asks may not: final, and never a reason to ask another engine. */
  ACCESS_DENIED(Category.EXTERNAL, false),
  /** There are no credentials, or they are not taken, or no longer. */
  CREDENTIALS_INVALID(Category.EXTERNAL, false),
  /** The engine could not be started or was lost. */
  ENGINE_UNAVAILABLE(Category.EXTERNAL, true),
  /** The engine took the query and failed. */
  ENGINE_FAILED(Category.EXTERNAL, false),
  /**
   * The engine's query took too long, or was stopped from elsewhere: nothing is said of its text.
   */
  QUERY_STOPPED(Category.EXTERNAL, false),
  CANCELLED(Category.USER, false),
  /** A defect of Sluice. */
  INTERNAL(Category.INTERNAL, false);

  /** Whose affair an error is. */
  public enum Category {
    USER,
    UNSUPPORTED,
    EXTERNAL,
    INTERNAL
  }

  private final Category category;
  private final boolean retryable;

  ErrorCode(Category category, boolean retryable) {
    this.category = category;
    this.retryable = retryable;
  }

  public Category category() {
    return category;
  }

  /** Whether the same call may succeed later without a change. */
  public boolean isRetryable() {
    return retryable;
  }
}
