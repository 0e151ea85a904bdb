package dev.sluice;

import java.util.List;
import java.util.OptionalLong;

/** What a catalog knows of a table's partitions. Not knowing them is never the same as none. */
public sealed interface Partitions {

  /**
   * The partitions are known.
   *
   * @param total how many the table has in all; empty when the catalog was only asked for some
   * @param listed at least those that the asked ranges select, in a stable order
   */
  record Known(OptionalLong total, List<Partition> listed) implements Partitions {
    public Known {
      listed = List.copyOf(listed);
    }
  }

  /** The catalog cannot tell which partitions the table has. */
  record Unknown(String why) implements Partitions {}
}
