package dev.sluice.cli;

/** For a person or for a program; the constants are spelt as a user types them. */
enum DocumentFormat {
  text,
  json
}
