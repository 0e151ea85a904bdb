package dev.sluice.cli;

/** How a report is written; the constants are spelt as a user types them. */
enum ReportFormat {
  text,
  json,
  html
}
