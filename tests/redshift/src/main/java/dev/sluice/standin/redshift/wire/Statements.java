package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.sql.RedshiftSql;
import dev.sluice.standin.redshift.sql.RefusedException;
import dev.sluice.standin.redshift.sql.Translation;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements and portals of one connection, and which of them PostgreSQL is at. The client's
 * thread adds, the server's thread takes away.
 */
final class Statements {
  private static final Translation NOTHING = new Translation("", java.util.Set.of(), false);

  private final RedshiftSql sql;
  private final Errors errors;
  private final Faults faults;
  private final QueryLog log;
  private final Map<String, Translation> prepared = new HashMap<>();
  private final Map<String, ExternalQuery> portals = new HashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private volatile int pid;

  /** One thing that PostgreSQL will answer; a sync ends those before it. */
  private record Step(boolean isSync, @Nullable ExternalQuery query) {}

  Statements(RedshiftSql sql, Errors errors, Faults faults, QueryLog log) {
    this.sql = sql;
    this.errors = errors;
    this.faults = faults;
    this.log = log;
  }

  void backend(int newPid) {
    pid = newPid;
  }

  int backend() {
    return pid;
  }

  /** A message of the client, as PostgreSQL gets it. */
  Frame fromClient(Frame frame) throws SQLException {
    return switch (frame.type()) {
      case 'Q' -> query(frame);
      case 'P' -> parse(frame);
      case 'B' -> bind(frame);
      case 'E' -> execute(frame);
      case 'S' -> {
        add(new Step(true, null));
        yield frame;
      }
      case 'C' -> close(frame);
      default -> frame;
    };
  }

  private Frame query(Frame frame) throws SQLException {
    Translation translation = translate(frame.text(0));
    add(new Step(false, started(translation)));
    add(new Step(true, null));
    return new FrameBody().text(translation.sql()).frame('Q');
  }

  private Frame parse(Frame frame) throws SQLException {
    String name = frame.text(0);
    int at = frame.end(0) + 1;
    Translation translation = translate(frame.text(at));
    prepared.put(name, translation);
    int rest = frame.end(at) + 1;
    byte[] types = java.util.Arrays.copyOfRange(frame.body(), rest, frame.body().length);
    return new FrameBody().text(name).text(translation.sql()).raw(types).frame('P');
  }

  private Translation translate(String text) throws SQLException {
    try {
      Translation translation = sql.translate(text);
      if (!translation.scanned().isEmpty()) {
        Faults.ScanError error = faults.takeScanError().orElse(null);
        if (error != null) {
          long number = log.nextQuery();
          log.write(pid, number, error.full());
          throw RefusedException.scan(error.shown());
        }
      }
      return translation;
    } catch (RefusedException refusal) {
      return new Translation(errors.mark(refusal), java.util.Set.of(), false);
    } catch (RuntimeException | StackOverflowError defect) {
      return new Translation(
          errors.mark(RefusedException.unread(defect)), java.util.Set.of(), false);
    }
  }

  private Frame bind(Frame frame) throws SQLException {
    String portal = frame.text(0);
    Translation translation = prepared.getOrDefault(frame.text(frame.end(0) + 1), NOTHING);
    finish(portals.remove(portal));
    ExternalQuery query = started(translation);
    if (query != null) {
      portals.put(portal, query);
    }
    return frame;
  }

  private Frame execute(Frame frame) {
    add(new Step(false, portals.get(frame.text(0))));
    return frame;
  }

  private Frame close(Frame frame) throws SQLException {
    String name = frame.text(1);
    if (frame.body()[0] == 'P') {
      finish(portals.remove(name));
    } else {
      prepared.remove(name);
    }
    return frame;
  }

  private @Nullable ExternalQuery started(Translation translation) {
    return translation.scanned().isEmpty() ? null : new ExternalQuery(log.nextQuery(), translation);
  }

  private synchronized void add(Step step) {
    steps.add(step);
  }

  /** A row that PostgreSQL sent. */
  synchronized void row(int bytes) {
    Step step = steps.peek();
    if (step != null && step.query() != null) {
      step.query().row(bytes);
    }
  }

  /** The end of a statement, or of what was asked of it for now. */
  void ended(char type) throws SQLException {
    ExternalQuery query;
    synchronized (this) {
      Step step = steps.peek();
      if (step == null || step.isSync()) {
        return;
      }
      steps.remove();
      query = step.query();
    }
    if (query != null && type == 'E') {
      query.abort();
    }
    if (type != 's') {
      finish(query);
    }
  }

  /** PostgreSQL is ready for more: what an error has skipped will not be answered. */
  synchronized void synced() {
    while (!steps.isEmpty() && !steps.remove().isSync()) {
      // Skipped.
    }
  }

  private void finish(@Nullable ExternalQuery query) throws SQLException {
    if (query != null && query.takeWriting()) {
      log.write(pid, query);
    }
  }
}
