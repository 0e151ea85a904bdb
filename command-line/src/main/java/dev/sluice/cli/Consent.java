package dev.sluice.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Whether the user wants a catalog changed.
 *
 * @param agreed whether the user has said yes already
 */
record Consent(Shell shell, boolean agreed) {

  /** Asks, where nobody has agreed already; whoever cannot answer has not. */
  boolean to(String question) {
    PrintStream err = shell.err();
    if (agreed) {
      return true;
    }
    if (!shell.terminal().in() || !shell.terminal().err()) {
      err.println("Nothing was changed: there is nobody to ask. --yes makes the changes.");
      return false;
    }
    err.print(question + " [y/N] ");
    err.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
      boolean wanted = answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
      if (!wanted) {
        err.println("Nothing was changed.");
      }
      return wanted;
    } catch (IOException e) {
      err.println("Nothing was changed: no answer could be read.");
      return false;
    }
  }
}
