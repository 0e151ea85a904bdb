package dev.sluice.doctor;

import java.util.List;

/**
 * Something other than drift that was found.
 *
 * @param subject the table, database, column, partition or file concerned
 * @param text what is so, for a person
 * @param where the partitions concerned; empty where none, or the whole table, is
 */
public record Finding(Kind kind, String subject, String text, List<PartitionRange> where) {
  public Finding {
    where = List.copyOf(where);
  }

  static Finding of(Kind kind, String subject, String text) {
    return new Finding(kind, subject, text, List.of());
  }

  public boolean isProblem() {
    return kind.problem;
  }

  /** What was found. */
  public enum Kind {
    /** A listing of the catalog that cannot be read; what it lists is not known. */
    CATALOG_UNREADABLE(true),
    /** An entry that cannot be queried. */
    TABLE_NOT_UNDERSTOOD(true),
    PARTITIONS_NOT_KNOWN(true),
    /** The type of a column or sub-field, in the table or in partitions. */
    TYPE_NOT_UNDERSTOOD(true),
    /** A partition's value that is none of its key's type. */
    VALUE_DOES_NOT_FIT(true),
    /** A file of which no engine is known to make anything. */
    FILE_NOT_READABLE(true),
    /** A folder that looks like a partition, whose rows no engine sees. */
    NOT_REGISTERED(true),
    /** How many partitions Athena computes, and how many of them are there. */
    PARTITIONS_COMPUTED(false),
    /** What must be known to read files. */
    FILE_NOTE(false),
    /** A partition without a folder: it has no rows. */
    NO_FOLDER(false),
    /** What was not looked into, and so is not known. */
    NOT_INSPECTED(false);

    private final boolean problem;

    Kind(boolean problem) {
      this.problem = problem;
    }
  }
}
