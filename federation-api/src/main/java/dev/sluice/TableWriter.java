package dev.sluice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes entries of tables that their writer owns: they hold what Sluice says of them, and nothing
 * is kept of what they held before. Safe for use by several threads and processes: each call is
 * made whole or not at all.
 */
public interface TableWriter {

  /** Whether tables can be made whose files lie at a location, and beside it. */
  boolean takes(String location);

  /**
   * Makes a table. Its partitions are written by {@link #publish}.
   *
   * @return false when there is a table of that name, which stays as it is
   * @throws SluiceException with {@link ErrorCode#CATALOG_UNREADABLE} when there is no such
   *     database, or the entry cannot be written
   */
  boolean create(Table table);

  /**
   * Replaces the parameters of a table's entry.
   *
   * @param change gives those that are to be; empty to leave the entry alone. May be asked several
   *     times, where somebody else has changed the entry meanwhile
   * @return whether they were replaced
   */
  boolean changeParameters(TableName table, UnaryOperator<Optional<Map<String, String>>> change);

  /**
   * Puts entries of partitions, new ones and in the place of those with the same values.
   *
   * @param table with the columns that the table's own entry is to have, and where it has no
   *     partitions, with its location and parameters
   */
  void publish(Table table, List<Partition> partitions);

  /**
   * Removes entries of partitions; those that are not there are no error.
   *
   * @param partitions by their values
   */
  void drop(TableName table, Set<List<String>> partitions);
}
