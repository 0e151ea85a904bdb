package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.Partition;
import dev.sluice.RowShape;
import dev.sluice.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion would read and write. Writes nothing.
 *
 * @param source as the catalog has it
 * @param twin the table that is made or kept up, with the columns that it is to have
 * @param exists whether the catalog has it already
 * @param parts the selected partitions in the order of the catalog; one for a table without any
 * @param gone the values of converted partitions that the source has no more; whatever is selected,
 *     for nobody can select them any longer
 * @param read the columns that are read of the source
 * @param shape what is written of each row
 * @param added paths of columns and fields that partitions or files have, and the source's own
 *     entry does not declare
 * @param losses what the converted rows do not keep, each as a sentence
 */
public record ConversionPlan(
    ConversionOrder order,
    Table source,
    Table twin,
    boolean exists,
    List<Part> parts,
    Set<List<String>> gone,
    List<Column> read,
    RowShape shape,
    List<String> added,
    List<String> losses) {
  public ConversionPlan {
    parts = List.copyOf(parts);
    gone = Set.copyOf(gone);
    read = List.copyOf(read);
    added = List.copyOf(added);
    losses = List.copyOf(losses);
  }

  /** Whether a part must be converted. */
  public enum State {
    /** It has never been. */
    NEW,
    /** Its files, or the columns that are read of them, have changed since. */
    CHANGED,
    /** What was converted is what its files hold. */
    FRESH
  }

  /**
   * One partition, or all of a table without partitions.
   *
   * @param partition null for a table without partitions
   * @param digest of what it is converted from
   */
  public record Part(
      @Nullable Partition partition, int files, long bytes, String digest, State state) {

    /** The values of its keys; none for a table without partitions. */
    public List<String> values() {
      return partition == null ? List.of() : partition.values();
    }
  }

  /** Those that must be converted. */
  public List<Part> due() {
    return parts.stream().filter(part -> part.state() != State.FRESH).toList();
  }

  /** Whether the twin is as it should be. */
  public boolean isDone() {
    return exists && due().isEmpty() && gone.isEmpty();
  }

  /** How many bytes they are. */
  public long dueBytes() {
    return due().stream().mapToLong(Part::bytes).sum();
  }
}
