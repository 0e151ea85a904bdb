package dev.sluice;

import java.util.List;

/** A catalog whose entries can be changed. */
public interface EditableCatalog {

  /**
   * Makes the edits, in their order. Each listing is written whole or not at all, and only if
   * something in it changes; whatever an edit does not speak of stays as it is.
   *
   * @return what was written; empty when all was in place already
   * @throws SluiceException with {@link ErrorCode#CATALOG_UNREADABLE} when a listing cannot be
   *     read, was changed meanwhile, or cannot be written
   */
  List<Written> apply(List<CatalogEdit> edits);

  /**
   * What was written.
   *
   * @param what the listing
   * @param kept where it stands as it was before
   */
  record Written(String what, String kept) {}
}
