package dev.sluice.matrix;

import dev.sluice.DataType;
import dev.sluice.FileFinding;
import java.util.EnumSet;
import java.util.Set;

/**
 * The type that a column or sub-field was written with, and the one that the table says now.
 *
 * @param notes what the file adds to its type, where that makes a difference; the types may be the
 *     same then
 */
public record TypeChange(DataType older, DataType newer, Set<FileFinding.Code> notes) {
  public TypeChange {
    notes = notes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(notes));
  }

  /** Of the catalog, which has types alone. */
  public TypeChange(DataType older, DataType newer) {
    this(older, newer, Set.of());
  }

  boolean has(FileFinding.Code note) {
    return notes.contains(note);
  }
}
