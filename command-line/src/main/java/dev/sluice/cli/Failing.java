package dev.sluice.cli;

import org.jspecify.annotations.Nullable;

/** A command that says how its errors are to be shown. */
interface Failing {

  /** Whether an error is to be printed as JSON on standard output. */
  boolean errorsAsJson();

  /** The SQL that an error's position points into, null when there is none. */
  @Nullable String sql();
}
