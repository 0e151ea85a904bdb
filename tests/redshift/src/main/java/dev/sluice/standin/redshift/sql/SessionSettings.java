package dev.sluice.standin.redshift.sql;

/**
 * What a session has set that changes how a statement is read. A transaction that is rolled back
 * takes its settings along, as in PostgreSQL. Not shareable between sessions.
 */
public final class SessionSettings {
  private Values now = new Values(false, false);
  private Values atBegin = now;

  private record Values(boolean serializes, boolean keepsCase) {}

  /** {@code json_serialization_enable}. */
  boolean serializesNested() {
    return now.serializes;
  }

  /** {@code enable_case_sensitive_identifier}. */
  boolean keepsCase() {
    return now.keepsCase;
  }

  void serializeNested(boolean on) {
    now = new Values(on, now.keepsCase);
  }

  void keepCase(boolean on) {
    now = new Values(now.serializes, on);
  }

  void begin() {
    atBegin = now;
  }

  void rollBack() {
    now = atBegin;
  }

  void reset() {
    now = new Values(false, false);
  }
}
