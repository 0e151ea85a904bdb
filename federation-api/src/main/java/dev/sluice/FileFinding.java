package dev.sluice;

/**
 * What is wrong with a file, or what must be known to read it.
 *
 * @param path the column, or the path to the sub-field as {@link Drift#path()} has it; empty when
 *     the whole file is meant
 * @param text what is so, for a person
 */
public record FileFinding(Code code, String path, String text) {

  /** What was found. */
  public enum Code {
    /** No bytes at all. */
    EMPTY_FILE(true),
    /** A folder, or something else that holds no bytes of its own. */
    NOT_A_FILE(true),
    /** Reading failed, or nothing here reads such a location. */
    UNREADABLE(true),
    /** It begins as its format does and ends too early. */
    TRUNCATED(true),
    /** Nothing in it looks like its format. */
    WRONG_FORMAT(true),
    /** It is of its format, and its description of itself cannot be understood. */
    BROKEN(true),
    /** Its description of itself is larger or deeper than is read. */
    TOO_LARGE(true),
    ENCRYPTED(true),
    /** Compressed in a way that is not read here. */
    UNSUPPORTED_COMPRESSION(true),
    /** Files of this format do not describe themselves, or are not read here. */
    UNSUPPORTED_FORMAT(true),
    /** Time was up before it was its turn, or the file was gone by then. */
    NOT_INSPECTED(true),

    /** There is no such folder, and so there are no files. */
    NO_SUCH_LOCATION(false),
    /** The column is there, with a type that has no counterpart among Hive's. */
    UNSUPPORTED_TYPE(false),
    /** Two columns, or two fields of a struct, have one name once case is ignored. */
    DUPLICATE_NAME(false),
    /** The columns are called {@code _col0}, {@code _col1}…: names that say nothing. */
    POSITIONAL_NAMES(false),
    /** The columns carry numbers that outlast a change of name. */
    FIELD_IDS(false),
    /** A list written in an older way than the standard's three levels. */
    LEGACY_LIST(false),
    /** Repeated values that the file does not say are a list. */
    UNMARKED_LIST(false),
    /** A text out of a fixed set. */
    ENUM(false),
    /** Bytes of a fixed number, alone or as those of a decimal. */
    FIXED_LENGTH(false),
    /** A decimal in as many bytes as its digits need. */
    VARIABLE_DECIMAL(false),
    /** A timestamp in twelve bytes. */
    INT96_TIMESTAMP(false),
    /** A timestamp counted in microseconds, where Hive knows none but milliseconds. */
    MICROSECONDS(false),
    /** A timestamp counted in nanoseconds. */
    NANOSECONDS(false),
    /** A date and time of day of no zone, in a format whose timestamps are otherwise instants. */
    LOCAL_TIMESTAMP(false),
    /** A meaning that the file adds to a type and that Hive does not know; the type is the bare. */
    UNKNOWN_LOGICAL_TYPE(false),
    /** Rows disagree on the type. */
    TYPE_CONFLICT(false),
    /** A row that cannot be read. */
    BROKEN_ROW(false);

    private final boolean fatal;

    Code(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether the file's columns stay unknown. */
    public boolean isFatal() {
      return fatal;
    }
  }
}
