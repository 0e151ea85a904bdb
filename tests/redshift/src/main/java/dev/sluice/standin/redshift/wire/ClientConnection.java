package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.sql.RedshiftSql;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One client's socket, and PostgreSQL's behind it. */
final class ClientConnection {
  private static final int BUFFER = 1 << 16;
  private static final String VERSION = "8.0.2";

  private final Socket client;
  private final int postgresPort;
  private final Login login;
  private final Faults faults;
  private final Errors errors = new Errors();
  private final Statements statements;
  private volatile byte @Nullable [] cancelKey;

  ClientConnection(
      Socket client, int postgresPort, Login login, Faults faults, RedshiftSql sql, QueryLog log) {
    this.client = client;
    this.postgresPort = postgresPort;
    this.login = login;
    this.faults = faults;
    this.statements = new Statements(sql, errors, faults, log);
  }

  /** Serves the client until either side ends. */
  void serve() throws IOException, SQLException, InterruptedException {
    client.setTcpNoDelay(true);
    if (faults.resetsAt(Faults.Stage.CONNECTED)) {
      reset();
      return;
    }
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(client.getInputStream(), BUFFER));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), BUFFER));
    Startup startup = Startup.read(in, out);
    ByteBuffer cancel = startup.cancel();
    if (cancel != null) {
      send(cancel.array());
    } else if (login.admits(startup.user(), in, out)) {
      if (faults.resetsAt(Faults.Stage.AUTHENTICATED)) {
        reset();
        return;
      }
      between(startup, in, out);
    }
  }

  private void between(Startup startup, DataInputStream in, DataOutputStream out)
      throws IOException, SQLException, InterruptedException {
    try (Socket postgres = new Socket(InetAddress.getLoopbackAddress(), postgresPort)) {
      postgres.setTcpNoDelay(true);
      postgres.getOutputStream().write(startup.forPostgres());
      DataInputStream answers =
          new DataInputStream(new BufferedInputStream(postgres.getInputStream(), BUFFER));
      Thread back = new Thread(() -> answer(answers, out), "redshift answers");
      back.setDaemon(true);
      back.start();
      try {
        ask(in, new DataOutputStream(new BufferedOutputStream(postgres.getOutputStream(), BUFFER)));
      } finally {
        cancelRunning();
        postgres.close();
        back.join();
      }
    }
  }

  /** From the client to PostgreSQL. */
  private void ask(DataInputStream in, DataOutputStream postgres)
      throws IOException, SQLException, InterruptedException {
    while (true) {
      Frame frame = Frame.read(in);
      boolean statement = frame.type() == 'Q' || frame.type() == 'P';
      if (statement && faults.resetsAt(Faults.Stage.STATEMENT)) {
        reset();
        return;
      }
      statements.fromClient(frame).write(postgres);
      if (in.available() == 0) {
        postgres.flush();
      }
      if (frame.type() == 'X') {
        return;
      }
    }
  }

  /** From PostgreSQL to the client. */
  private void answer(DataInputStream postgres, DataOutputStream out) {
    try (Socket closedAtTheEnd = client) {
      long rows = 0;
      long bytes = 0;
      while (true) {
        Frame frame = Frame.read(postgres);
        if (frame.type() == 'D') {
          faults.waitAfterRows(rows, out);
          if ((rows == 0 && faults.resetsAt(Faults.Stage.FIRST_ROW))
              || faults.resetsAfterRows(rows)) {
            out.flush();
            reset();
            return;
          }
          rows++;
          bytes += frame.bytes();
          if (faults.resetsAfterBytes(bytes)) {
            out.write('D');
            out.flush();
            reset();
            return;
          }
          statements.row(frame.bytes());
        } else if (frame.type() == 'C') {
          if (faults.resetsAfterRows(rows) || faults.resetsAt(Faults.Stage.COMPLETE)) {
            out.flush();
            reset();
            return;
          }
          rows = 0;
          bytes = 0;
        }
        if (frame.type() == 'K') {
          // The driver asks SHOW for what there is, and not the system catalogs.
          new FrameBody().text("show_discovery").text("4").frame('S').write(out);
        }
        toClient(frame).write(out);
        if (postgres.available() == 0) {
          out.flush();
        }
      }
    } catch (IOException | SQLException e) {
      // Either side has gone; the client's thread sees it too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Frame toClient(Frame frame) throws SQLException {
    switch (frame.type()) {
      case 'K' -> {
        cancelKey = frame.body();
        statements.backend(frame.number(0));
      }
      case 'C', 's', 'I' -> statements.ended(frame.type());
      case 'Z' -> statements.synced();
      case 'T' -> {
        return RowTypes.columns(frame);
      }
      case 't' -> {
        return RowTypes.parameters(frame);
      }
      case 'S' -> {
        return status(frame);
      }
      case 'E' -> {
        statements.ended('E');
        return errors.forClient(frame);
      }
      default -> {}
    }
    return frame;
  }

  private static Frame status(Frame frame) {
    String name = frame.text(0);
    return name.equals("server_version")
        ? new FrameBody().text(name).text(VERSION).frame('S')
        : frame;
  }

  /** A client that goes away takes its query along. */
  private void cancelRunning() throws IOException {
    byte[] key = cancelKey;
    if (key != null) {
      send(ByteBuffer.allocate(16).putInt(16).putInt(80_877_102).put(key, 0, 8).array());
    }
  }

  private void send(byte[] message) throws IOException {
    try (Socket postgres = new Socket(InetAddress.getLoopbackAddress(), postgresPort)) {
      postgres.getOutputStream().write(message);
      postgres.getOutputStream().flush();
      // It closes when it has done its part.
      while (postgres.getInputStream().read() >= 0) {
        // It says nothing.
      }
    }
  }

  /** The client sees a reset, not an end. */
  private void reset() throws IOException {
    client.setSoLinger(true, 0);
    client.close();
  }
}
