package dev.sluice.cli;

import dev.sluice.Rows;

/** Prints rows as they come. */
interface RowPrinter {

  /** Prints, or keeps for later, the current row. */
  void row(Rows rows);

  /** Prints what is still kept, and whatever closes the output. */
  void end();

  /** Whether rows are kept for now, so that nothing has been printed. */
  default boolean buffers() {
    return false;
  }
}
