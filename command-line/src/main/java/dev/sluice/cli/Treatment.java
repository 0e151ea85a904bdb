package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.CatalogEdit;
import dev.sluice.EditableCatalog;
import dev.sluice.EditableCatalog.Watch;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.doctor.Words;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows the cures that change the catalog alone, asks, and makes them, or puts back what they
 * changed. Speaks on standard error, for the report goes to standard output. Not shareable between
 * threads.
 */
final class Treatment {
  private final Shell shell;
  private final Catalog catalog;
  private final Path keep;
  private final Consent consent;
  private boolean asked;

  /**
   * @param keep where entries are kept as they were, unless the catalog keeps them itself
   */
  Treatment(Shell shell, Catalog catalog, Path keep, Consent consent) {
    this.shell = shell;
    this.catalog = catalog;
    this.keep = keep;
    this.consent = consent;
  }

  /** Whether anything was changed. */
  boolean of(LakeCheckup checkup) {
    boolean first = !asked;
    asked = true;
    EditableCatalog editor = editor();
    List<CatalogEdit> edits = new ArrayList<>();
    for (Checkup table : checkup.tables()) {
      Optional<String> refusal = editor.refusal(table.table());
      show(table, refusal);
      if (refusal.isEmpty()) {
        edits.addAll(Cure.safeEdits(table.cures()));
      }
    }
    if (edits.isEmpty()) {
      if (first) {
        shell.err().println("There is nothing to fix in the catalog.");
      }
      return false;
    }
    return consent.to("Make these changes?") && written(watch -> editor.apply(edits, watch));
  }

  /** Puts back what was kept, the last first. */
  void undo(List<Path> kept) {
    EditableCatalog editor = editor();
    for (int i = kept.size() - 1; i >= 0; i--) {
      Path one = kept.get(i);
      if (!consent.to("Put back what " + one + " holds?")) {
        return;
      }
      if (!written(watch -> editor.undo(one, watch))) {
        shell.err().println("All is as " + one + " holds it.");
      }
    }
  }

  private EditableCatalog editor() {
    return catalog
        .editable(keep)
        .orElseThrow(
            () ->
                new SluiceException(
                    ErrorCode.CONFIGURATION_INVALID, "This catalog cannot be changed"));
  }

  /** What an interrupt stops, it stops where that makes sense. */
  private boolean written(Consumer<Watch> work) {
    Writing writing = new Writing();
    shell.interruption().watchWriting();
    try {
      work.accept(writing);
      shell.interruption().requireNone();
      return writing.any;
    } finally {
      shell.interruption().release();
    }
  }

  private final class Writing implements Watch {
    private boolean any;

    @Override
    public void wrote(Written written) {
      any = true;
      shell.err().println("Wrote " + written.what() + "; as it was, it is " + written.kept());
    }

    @Override
    public boolean isToGoOn() {
      return !shell.interruption().isInterrupted();
    }
  }

  private void show(Checkup table, Optional<String> refusal) {
    for (Cure cure : table.cures()) {
      if (cure.edits().isEmpty()) {
        continue;
      }
      PrintStream err = shell.err();
      err.println(table.table().name() + ": " + Words.title(cure));
      if (refusal.isPresent()) {
        err.println("  left alone: " + refusal.get());
      } else if (cure.isHarmful()) {
        err.println("  left alone, for it harms: " + Words.effects(cure));
      } else {
        Words.lines(table, cure).forEach(line -> err.println("  " + line));
      }
    }
  }
}
