package dev.sluice.cli;

import dev.sluice.CatalogEdit;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.doctor.Words;
import dev.sluice.glue.lake.LakeFolderEditor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows the cures that change the catalog alone, asks, and makes them. Speaks on standard error,
 * for the report goes to standard output. Not shareable between threads.
 */
final class Treatment {
  private final Shell shell;
  private final SluiceConfiguration configuration;
  private final boolean agreed;
  private boolean asked;

  /**
   * @param agreed whether the user has said yes already
   */
  Treatment(Shell shell, SluiceConfiguration configuration, boolean agreed) {
    this.shell = shell;
    this.configuration = configuration;
    this.agreed = agreed;
  }

  /** Whether anything was changed. */
  boolean of(LakeCheckup checkup) {
    boolean first = !asked;
    asked = true;
    List<CatalogEdit> edits = new ArrayList<>();
    for (Checkup table : checkup.tables()) {
      show(table);
      edits.addAll(Cure.safeEdits(table.cures()));
    }
    PrintStream err = shell.err();
    if (edits.isEmpty()) {
      if (first) {
        err.println("There is nothing to fix in the catalog.");
      }
      return false;
    }
    Path lake =
        configuration
            .lake()
            .orElseThrow(
                () ->
                    new SluiceException(
                        ErrorCode.CONFIGURATION_INVALID,
                        "Only the catalog of a lake folder can be changed; name one with --lake"));
    if (!isWanted()) {
      return false;
    }
    shell.interruption().watchWriting();
    try {
      List<Written> written = LakeFolderEditor.open(lake).apply(edits);
      written.forEach(
          each -> err.println("Wrote " + each.what() + "; as it was, it is " + each.kept()));
      shell.interruption().requireNone();
      return !written.isEmpty();
    } finally {
      shell.interruption().release();
    }
  }

  private void show(Checkup table) {
    for (Cure cure : table.cures()) {
      if (cure.edits().isEmpty()) {
        continue;
      }
      PrintStream err = shell.err();
      err.println(table.table().name() + ": " + Words.title(cure));
      if (cure.isHarmful()) {
        err.println("  left alone, for it harms: " + Words.effects(cure));
        continue;
      }
      Words.lines(table, cure).forEach(line -> err.println("  " + line));
    }
  }

  private boolean isWanted() {
    PrintStream err = shell.err();
    if (agreed) {
      return true;
    }
    if (!shell.terminal().in() || !shell.terminal().err()) {
      err.println("Nothing was changed: there is nobody to ask. --yes makes the changes.");
      return false;
    }
    err.print("Make these changes? [y/N] ");
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
