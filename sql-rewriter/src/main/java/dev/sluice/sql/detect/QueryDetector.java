package dev.sluice.sql.detect;

/** Looks at a query as a whole: its tables, and what it reads of them. */
non-sealed interface QueryDetector extends Detector {
  void detect(Subject subject, Requirements requirements);
}
