package dev.sluice.conversion;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on one table, kept as a parameter of its entry with an owner and the time until
 * which it holds. Whoever works renews it; that of a process which has gone ends at once where it
 * ran on this machine, and else with its time. Not shareable between threads.
 */
final class Lease implements AutoCloseable {
  private static final Duration TERM = Duration.ofMinutes(2);
  private static final String UNTIL = " until ";

  private final TableWriter writer;
  private final TableName table;
  private final Clock clock;
  private final String owner;
  private Instant until = Instant.MIN;

  private Lease(TableWriter writer, TableName table, Clock clock) {
    this.writer = writer;
    this.table = table;
    this.clock = clock;
    this.owner = host() + "/" + process() + "/" + UUID.randomUUID();
  }

  /**
   * @throws SluiceException with {@link ErrorCode#CATALOG_UNAVAILABLE} when somebody else has it
   */
  static Lease take(TableWriter writer, TableName table, Clock clock) {
    Lease lease = new Lease(writer, table, clock);
    lease.renew(false);
    return lease;
  }

  /** Makes sure that it still holds, for some time to come. */
  void renewWhereDue() {
    if (clock.instant().isAfter(until.minus(TERM.dividedBy(2)))) {
      renew(true);
    }
  }

  /** Makes sure that it still holds, now. */
  void require() {
    renew(true);
  }

  private void renew(boolean held) {
    Instant newUntil = clock.instant().plus(TERM);
    AtomicReference<@Nullable String> other = new AtomicReference<>();
    writer.changeParameters(
        table,
        before -> {
          Map<String, String> parameters = new TreeMap<>(before.orElseThrow(this::gone));
          String found = parameters.get(Twin.LOCK);
          boolean own = found != null && found.startsWith(owner + UNTIL);
          boolean free = found == null || isOver(found);
          other.set(own || (free && !held) ? null : String.valueOf(found));
          if (other.get() != null) {
            return Optional.empty();
          }
          parameters.put(Twin.LOCK, owner + UNTIL + newUntil);
          return Optional.of(parameters);
        });
    String taken = other.get();
    if (taken != null) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNAVAILABLE,
          held
              ? "Somebody else has taken over the conversion to %s: %s".formatted(table, taken)
              : "Somebody else is converting to %s: %s. Wait until it has ended"
                  .formatted(table, taken));
    }
    until = newUntil;
  }

  private SluiceException gone() {
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND, "Table " + table + " is no longer in the catalog");
  }

  /** One that nobody understands is somebody's. */
  private boolean isOver(String found) {
    int at = found.lastIndexOf(UNTIL);
    try {
      return at >= 0
          && (clock.instant().isAfter(Instant.parse(found.substring(at + UNTIL.length())))
              || isOfGoneProcess(found.substring(0, at)));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isOfGoneProcess(String owner) {
    String[] parts = owner.split("/", -1);
    if (parts.length != 4 || !parts[0].equals(host())) {
      return false;
    }
    try {
      return ProcessHandle.of(Long.parseLong(parts[1]))
          .map(process -> isAnother(process, parts[2]))
          .orElse(true);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Numbers of processes come again, but not at the same time. */
  private static boolean isAnother(ProcessHandle process, String started) {
    return process.info().startInstant().map(at -> !at.toString().equals(started)).orElse(false);
  }

  private static String process() {
    ProcessHandle own = ProcessHandle.current();
    return own.pid() + "/" + own.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace('/', '-');
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** Gives it back; where that fails it ends with its time. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // which would keep the catalog from being written
    try {
      giveBack();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void giveBack() {
    writer.changeParameters(
        table,
        before -> {
          Map<String, String> parameters = new TreeMap<>(before.orElse(Map.of()));
          String found = parameters.get(Twin.LOCK);
          if (found == null || !found.startsWith(owner + UNTIL)) {
            return Optional.empty();
          }
          parameters.remove(Twin.LOCK);
          return Optional.of(parameters);
        });
  }
}
