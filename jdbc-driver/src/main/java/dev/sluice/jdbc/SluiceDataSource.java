package dev.sluice.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to one URL. Set it up first, then share it between threads. */
public final class SluiceDataSource implements DataSource {
  private final SluiceDriver driver = new SluiceDriver();
  private final Properties properties = new Properties();
  private @Nullable String url;
  private @Nullable PrintWriter logWriter;
  private int loginTimeout;

  /** Without a URL, which must be set. */
  public SluiceDataSource() {}

  public SluiceDataSource(String url) {
    this.url = url;
  }

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(String newUrl) {
    url = newUrl;
  }

  /** Sets one of the driver's properties; they are those of {@code getPropertyInfo}. */
  public void setProperty(String name, String value) {
    properties.setProperty(name, value);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connected(properties);
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    Properties all = new Properties();
    all.putAll(properties);
    put(all, "user", user);
    put(all, "password", password);
    return connected(all);
  }

  private static void put(Properties all, String name, @Nullable String value) {
    if (value != null) {
      all.setProperty(name, value);
    }
  }

  private Connection connected(Properties all) throws SQLException {
    String place = url;
    Connection connection = place == null ? null : driver.connect(place, all);
    if (connection == null) {
      throw new SQLNonTransientConnectionException(
          "The data source has no URL that starts with " + ConnectionUrl.PREFIX,
          States.CANNOT_CONNECT);
    }
    return connection;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Kept; nothing is written to it. */
  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    logWriter = out;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  /** Kept: a connection waits for nobody. */
  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
