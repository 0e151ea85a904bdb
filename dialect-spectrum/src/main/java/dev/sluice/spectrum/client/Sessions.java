package dev.sluice.spectrum.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.spi.Settings;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The sessions at Redshift, a few that are used again and again. Connects when one is asked for.
 * Safe for use by several threads. Closing it ends all sessions, whatever they do.
 */
final class Sessions implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** How long connections that fail are tried again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often the pool is asked again: a sign-in that is refused need not be waited for. */
  private static final Duration TRY = Duration.ofSeconds(1);

  /** How long Redshift may be silent after a query's time is over. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final String DRIVER = "com.amazon.redshift.Driver";

  private final SpectrumSettings settings;
  private final HikariDataSource pool;

  /**
   * @param most how many there may be at a time
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} when the driver
   *     cannot read the URL
   */
  Sessions(SpectrumSettings settings, int most) {
    this.settings = settings;
    try {
      this.pool = new HikariDataSource(config(settings, most));
      hideOwnCopy();
    } catch (RuntimeException e) {
      // What it says repeats the URL, and what secrets stand in it.
      throw Settings.invalid(
          SpectrumSettings.SPECTRUM, "url", "is none that Redshift's driver can read");
    }
  }

  /**
   * In one jar with all of Sluice the driver is a copy under Sluice's name. It makes itself known
   * as it is loaded, and no tool is to find it for URLs of its own.
   */
  private static void hideOwnCopy() {
    if (DRIVER.startsWith("dev.sluice.")) {
      DriverManager.drivers()
          .filter(driver -> driver.getClass().getName().equals(DRIVER))
          .forEach(Sessions::forget);
    }
  }

  private static void forget(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariConfig config(SpectrumSettings settings, int most) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sluice-spectrum");
    config.setDriverClassName(DRIVER);
    config.setJdbcUrl(settings.url());
    // With it the driver (2.3.0) at times takes a connection that is lost in the middle of a result
    // for its end: seen on a stand-in, 2026-11-27. The fetch size keeps rows few without it.
    config.addDataSourceProperty("enableFetchRingBuffer", "false");
    config.addDataSourceProperty("loginTimeout", String.valueOf(CONNECT.toSeconds()));
    // The driver waits for ever for a server that has gone silent, unless it is told not to.
    long silence = settings.timeout().plus(SILENCE).toSeconds();
    config.addDataSourceProperty("socketTimeout", String.valueOf(silence));
    settings.properties().forEach(config::addDataSourceProperty);
    config.setReadOnly(true);
    // Whole results are not held in memory only inside a transaction.
    config.setAutoCommit(false);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setConnectionTimeout(TRY.toMillis());
    // Connects when a query comes, and not when the pool is made.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /**
   * A session that nobody else uses; closing it gives it back.
   *
   * @throws SluiceException when there is none in time, or it is wanted no more
   */
  Connection take(Wanted wanted) {
    long since = System.nanoTime();
    while (true) {
      wanted.require();
      try {
        return pool.getConnection();
      } catch (SQLException e) {
        // Without a cause nothing has failed: others use all that there may be.
        Duration patience = e.getCause() == null ? settings.timeout() : PATIENCE;
        boolean late = System.nanoTime() - since > patience.toNanos();
        if (late || SpectrumFailures.isRefusal(e)) {
          throw SpectrumFailures.noConnection(settings, e);
        }
      }
    }
  }

  /** Ends a session that nobody may use again. */
  void drop(Connection session) {
    pool.evictConnection(session);
  }

  @Override
  public void close() {
    pool.close();
  }
}
