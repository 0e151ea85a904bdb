package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.lake.ExternalTable;
import dev.sluice.standin.redshift.sql.Translation;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** A query of external tables while it runs. Used by the two threads of one connection. */
final class ExternalQuery {
  private final long number;
  private final Translation translation;
  private final LocalDateTime started = LocalDateTime.now(ZoneOffset.UTC);
  private long rows;
  private long bytes;
  private boolean aborted;
  private boolean written;

  ExternalQuery(long number, Translation translation) {
    this.number = number;
    this.translation = translation;
  }

  long number() {
    return number;
  }

  Set<ExternalTable> tables() {
    return translation.scanned();
  }

  boolean readsNested() {
    return translation.readsNested();
  }

  LocalDateTime started() {
    return started;
  }

  synchronized void row(int size) {
    rows++;
    bytes += size;
  }

  synchronized long rows() {
    return rows;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized void abort() {
    aborted = true;
  }

  synchronized boolean isAborted() {
    return aborted;
  }

  /** True once: who gets it writes. */
  synchronized boolean takeWriting() {
    boolean mine = !written;
    written = true;
    return mine;
  }
}
