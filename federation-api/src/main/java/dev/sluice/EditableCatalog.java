package dev.sluice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Changes the entries of a catalog. Before the first of them is written, all that are about to
 * change are kept as they are; where they cannot be, nothing is written.
 *
 * <p>Safe for use by several threads; of two that change one entry the later one fails.
 */
public interface EditableCatalog {

  /** Why a table's entries are left alone; empty for one that can be changed. */
  Optional<String> refusal(Table table);

  /**
   * Makes the edits, in their order. Only what changes is written; whatever an edit does not speak
   * of stays as it is.
   *
   * @param watch told of all that was written, when this fails too
   * @throws SluiceException when entries cannot be read or kept, were changed meanwhile, or cannot
   *     be written; the message says what was written and what was not. With {@link
   *     ErrorCode#CANCELLED} when the watch said so
   */
  void apply(List<CatalogEdit> edits, Watch watch);

  /**
   * Puts back what was kept. What has changed since then is kept in its turn.
   *
   * @param kept as {@link Written#kept} said
   * @throws SluiceException as {@link #apply} does, and with {@link
   *     ErrorCode#CONFIGURATION_INVALID} when nothing that this catalog keeps is there
   */
  void undo(Path kept, Watch watch);

  /** Who has edits made. */
  interface Watch {
    void wrote(Written written);

    /** Asked between writes that make sense by themselves: whether to go on with the next. */
    boolean isToGoOn();
  }

  /**
   * What was written.
   *
   * @param what the listing, or how many of which entries
   * @param kept where it stands as it was before
   */
  record Written(String what, Path kept) {}
}
