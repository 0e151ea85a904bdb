package dev.sluice.matrix;

import dev.sluice.DriftChange;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an older schema disagrees with a table's, told as the change that leads from the
 * older one to the table's.
 *
 * @param path the column, or the path to the sub-field: {@code device.os}, {@code
 *     bids.element.cpm}, {@code tags.value.x}; lower case
 * @param column the column that has it, or is it
 * @param types where the type changed; null otherwise
 */
public record SchemaChange(
    DriftChange change, String path, String column, @Nullable TypeChange types) {

  /** Of a column as a whole. */
  SchemaChange(DriftChange change, String path) {
    this(change, path, path, null);
  }

  /** Whether a sub-field changed, and the column only by it. */
  public boolean isNested() {
    return !path.equals(column);
  }

  /** What the evolution part of the matrix calls it. */
  public ChangeKind kind() {
    return ChangeKind.of(this);
  }
}
