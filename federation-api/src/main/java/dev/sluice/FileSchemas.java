package dev.sluice;

import java.util.List;

/**
 * What the files of a lake say of their own columns. Safe for use by several threads; whoever
 * opened it closes it.
 */
public interface FileSchemas extends AutoCloseable {

  /**
   * Looks into files of each location, several at once. What is wrong with one file or one location
   * is a finding there and touches no other.
   *
   * @param storages of tables or partitions
   * @param listener told how far it is, on the calling thread, some times a second
   * @return one a storage, in the same order
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when the calling thread is interrupted
   */
  List<LocationFiles> inspect(List<Storage> storages, FileSample sample, RunListener listener);

  /** The same, where nobody watches. */
  default List<LocationFiles> inspect(List<Storage> storages, FileSample sample) {
    return inspect(storages, sample, RunListener.NONE);
  }

  @Override
  void close();

  /** Looks into nothing and says so, where nothing on the class path reads files. */
  static FileSchemas none() {
    return NoFileSchemas.INSTANCE;
  }
}
