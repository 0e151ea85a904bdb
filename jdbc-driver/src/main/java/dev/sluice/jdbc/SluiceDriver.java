package dev.sluice.jdbc;

import dev.sluice.SluiceException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * JDBC's way to Sluice: {@code jdbc:sluice:lake:FOLDER}, {@code jdbc:sluice:config:FILE} or {@code
 * jdbc:sluice:aws:?region=…}. Found by {@link java.util.ServiceLoader}.
 */
public final class SluiceDriver implements Driver {
  static {
    // JDBC: loading the class is what makes a driver known.
    try {
      DriverManager.registerDriver(new SluiceDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final SharedSluices sluices = new SharedSluices();

  /** Called by {@link java.util.ServiceLoader}. */
  public SluiceDriver() {}

  /**
   * @return null for another driver's URL
   * @throws SQLException with SQLState 08001 when the URL, a property or what they name cannot be
   *     used
   */
  @Override
  public @Nullable Connection connect(String url, @Nullable Properties properties)
      throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    ConnectionUrl parsed = parse(url, properties);
    boolean flattens;
    try {
      flattens = Configurations.flattens(parsed);
    } catch (SluiceException e) {
      throw States.of(e);
    }
    return new SluiceConnection(sluices.lease(parsed.shared()), parsed, flattens);
  }

  private static ConnectionUrl parse(String url, @Nullable Properties properties)
      throws SQLException {
    return ConnectionUrl.parse(url, properties == null ? new Properties() : properties);
  }

  @Override
  public boolean acceptsURL(String url) {
    return ConnectionUrl.isOurs(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties)
      throws SQLException {
    return DriverProperty.infos(parse(url, properties).properties());
  }

  @Override
  public int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  /** It cannot write, which JDBC's compliance asks for. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw Refused.of("Sluice does not log through java.util.logging");
  }

  /** How many Sluices are open. */
  int openSluices() {
    return sluices.size();
  }
}
