package dev.sluice.spectrum.sql;

/** The documents that the rows rest on, each with the date of its content. */
final class Sources {
  /** Trino's side of a difference. */
  static final String TRINO = "Trino documentation, Functions and operators, read 2026-11-22";

  private Sources() {}

  /** A page of the guide as last published in the open. */
  static String guide(String page) {
    return "Amazon Redshift Database Developer Guide, " + page + ", 2023-04-24";
  }

  /** A page of the guide as of autumn 2025. */
  static String guide2025(String page) {
    return "Amazon Redshift Database Developer Guide, " + page + ", 2025";
  }

  /** The notes of the patches. */
  static String patch(String patch) {
    return "Amazon Redshift Management Guide, cluster-versions, " + patch;
  }

  /** For what nobody has written down: unknown is refused. */
  static String notFound(String sought) {
    return "Sluice, no document found on " + sought + ", 2026-11-22";
  }
}
