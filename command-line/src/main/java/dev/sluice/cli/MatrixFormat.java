package dev.sluice.cli;

/** How the matrix is printed; the constants are spelt as a user types them. */
enum MatrixFormat {
  text,
  json,
  markdown,
  html
}
