package dev.sluice.matrix;

/** What stands behind a key of a data file. */
sealed interface Entry permits Section, Entry.Text {
  /** Counts from 1. */
  int line();

  /** A scalar. */
  record Text(String value, int line) implements Entry {}
}
