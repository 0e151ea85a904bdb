package dev.sluice;

/**
 * How far a running query, or a look into files, is.
 *
 * @param stage what is going on, for a person: {@code starting Spark}
 * @param done finished pieces of work
 * @param total pieces known of so far; 0 when not known yet
 */
public record Progress(String stage, long done, long total) {
  /** The same, saying what it is of: {@code web.clicks: reading files}. */
  public Progress of(String subject) {
    return new Progress(subject + ": " + stage, done, total);
  }
}
