package dev.sluice.standin.redshift;

import dev.sluice.standin.redshift.lake.ExternalTables;
import dev.sluice.standin.redshift.lake.StandInCatalog;
import dev.sluice.standin.redshift.wire.Faults;
import dev.sluice.standin.redshift.wire.ProxyServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A PostgreSQL on loopback behind a proxy that reads each statement as Redshift Spectrum would.
 * Nothing of it is Redshift. Shareable between threads; starting it takes some seconds, so it is
 * started once for many tests, and closed by who started it.
 */
public final class RedshiftStandIn implements AutoCloseable {
  /** The one database. */
  public static final String DATABASE = "dev";

  public static final String USER = "analyst";

  /** Of {@link #USER}: it guards nothing. */
  public static final String PASSWORD = "Stand-in1";

  private static final Duration STARTING = Duration.ofMinutes(2);
  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres postgres;
  private final ProxyServer proxy;
  private final ExternalTables tables;

  private RedshiftStandIn(EmbeddedPostgres postgres) throws IOException, SQLException {
    this.postgres = postgres;
    StandInCatalog catalog = new StandInCatalog();
    prepare(postgres.getDatabase(SUPERUSER, SUPERUSER), database(), users());
    DataSource database = postgres.getDatabase(SUPERUSER, DATABASE);
    prepare(database, script("shims.sql"), script("views.sql"));
    this.tables = new ExternalTables(database, catalog);
    this.proxy = new ProxyServer(postgres.getPort(), database, catalog, Map.of(USER, PASSWORD));
  }

  public static RedshiftStandIn start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPGStartupWait(STARTING)
              // Texts are ordered by their bytes, and letters have their case in all scripts.
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .setServerConfig("timezone", "UTC")
              .setServerConfig("fsync", "off")
              .start();
      try {
        return new RedshiftStandIn(postgres);
      } catch (IOException | SQLException | RuntimeException e) {
        postgres.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String database() {
    return "CREATE DATABASE " + DATABASE;
  }

  private static String users() {
    StringBuilder sql = new StringBuilder("CREATE ROLE " + USER + " LOGIN");
    for (String setting :
        new String[] {
          "json_serialization_enable",
          "json_serialization_parse_nested_strings",
          "enable_case_sensitive_identifier"
        }) {
      sql.append("; ALTER DATABASE " + DATABASE + " SET redshift." + setting + " TO 'false'");
    }
    return sql.append("; ALTER DATABASE dev SET redshift.query_group TO 'default'").toString();
  }

  private static void prepare(DataSource database, String... scripts) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        statement.execute(script);
      }
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RedshiftStandIn.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Where Amazon's driver finds it; user and password are not in it. */
  public String jdbcUrl() {
    return "jdbc:redshift://localhost:" + port() + "/" + DATABASE + "?ssl=false";
  }

  public int port() {
    return proxy.port();
  }

  /** What there is to read. */
  public ExternalTables tables() {
    return tables;
  }

  /** What goes wrong on the way. */
  public Faults faults() {
    return proxy.faults();
  }

  /** How many connections clients hold open now. */
  public int openConnections() {
    return proxy.openConnections();
  }

  /** The database behind, as its owner: for what a test must see that no client can. */
  public DataSource behind() {
    return postgres.getDatabase(SUPERUSER, DATABASE);
  }

  @Override
  public void close() {
    try {
      proxy.close();
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
