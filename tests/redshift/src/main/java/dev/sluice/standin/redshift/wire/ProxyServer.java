package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.lake.StandInCatalog;
import dev.sluice.standin.redshift.sql.RedshiftSql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Listens on loopback. Close it to end its connections. */
public final class ProxyServer implements AutoCloseable {
  private final ServerSocket server;
  private final int postgresPort;
  private final StandInCatalog catalog;
  private final Login login;
  private final QueryLog log;
  private final Faults faults = new Faults();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  /**
   * Begins to listen.
   *
   * @param database for what the views tell
   * @param passwords by user
   */
  public ProxyServer(
      int postgresPort, DataSource database, StandInCatalog catalog, Map<String, String> passwords)
      throws IOException {
    this.postgresPort = postgresPort;
    this.catalog = catalog;
    this.login = new Login(passwords);
    this.log = new QueryLog(database);
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "redshift stand-in");
    accepting.setDaemon(true);
    accepting.start();
  }

  public int port() {
    return server.getLocalPort();
  }

  public Faults faults() {
    return faults;
  }

  /** How many sockets clients hold open now. */
  public int openConnections() {
    return clients.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client);
        Thread serving = new Thread(() -> serve(client), "redshift client");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new ClientConnection(client, postgresPort, login, faults, new RedshiftSql(catalog), log)
          .serve();
    } catch (IOException | SQLException e) {
      // The client has gone, or sees its socket closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
