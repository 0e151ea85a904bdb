package dev.sluice.spark.sql;

import dev.sluice.sql.dialect.Printer;

/** Prints Spark's SQL. */
final class SparkPrinter extends Printer {
  SparkPrinter() {
    super("`", true);
  }

  /** Two quotes in a row end one literal and begin another, which Spark then joins. */
  @Override
  protected String backslashQuote() {
    return "\\'";
  }
}
