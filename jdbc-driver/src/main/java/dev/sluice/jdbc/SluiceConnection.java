package dev.sluice.jdbc;

import dev.sluice.Sluice;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.ClientInfoStatus;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A connection: what it shares with others, and the statements that are open. There are no
 * transactions, since nothing is written: what tools say of them is kept and changes nothing. Safe
 * for use by several threads.
 */
final class SluiceConnection implements Connection {
  private static final Set<Integer> ISOLATIONS =
      Set.of(
          TRANSACTION_NONE,
          TRANSACTION_READ_UNCOMMITTED,
          TRANSACTION_READ_COMMITTED,
          TRANSACTION_REPEATABLE_READ,
          TRANSACTION_SERIALIZABLE);

  private final SharedSluices.Lease lease;
  private final ConnectionUrl url;
  private final Set<QueryStatement> statements = ConcurrentHashMap.newKeySet();
  private final ClientInfo clientInfo = new ClientInfo();
  private final boolean flattens;
  private volatile boolean closed;
  private volatile boolean autoCommit = true;
  private volatile int isolation = TRANSACTION_NONE;
  private volatile int networkTimeout;
  private @Nullable SQLWarning warnings;

  SluiceConnection(SharedSluices.Lease lease, ConnectionUrl url, boolean flattens) {
    this.lease = lease;
    this.url = url;
    this.flattens = flattens;
  }

  /** Whether structs are shown as columns. */
  boolean flattens() {
    return flattens;
  }

  /** What its queries are called. */
  Optional<String> tag() {
    return clientInfo.tag();
  }

  Sluice sluice() {
    return lease.shared().sluice();
  }

  ConnectionUrl url() {
    return url;
  }

  Future<?> after(int seconds, Runnable work) {
    return lease.shared().after(seconds, work);
  }

  void requireOpen() throws SQLException {
    if (closed) {
      throw new SQLException("This connection is closed", States.CONNECTION_CLOSED);
    }
  }

  void closed(QueryStatement statement) {
    statements.remove(statement);
  }

  private <T extends QueryStatement> T opened(T statement) throws SQLException {
    requireOpen();
    statements.add(statement);
    if (closed) {
      // Another thread closed the connection, and may have missed this one.
      statement.close();
      requireOpen();
    }
    return statement;
  }

  @Override
  public Statement createStatement() throws SQLException {
    return opened(new QueryStatement(this));
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    requireForward(type, concurrency);
    return createStatement();
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    requireHoldability(holdability);
    return createStatement(type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return opened(new PreparedQuery(this, sql));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    requireForward(type, concurrency);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    requireHoldability(holdability);
    return prepareStatement(sql, type, concurrency);
  }

  /** Either is taken, since nothing is committed. */
  private static void requireHoldability(int holdability) throws SQLException {
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw new SQLException(holdability + " is no holdability", States.WRONG_ARGUMENT);
    }
  }

  private static void requireForward(int type, int concurrency) throws SQLException {
    if (type != ResultSet.TYPE_FORWARD_ONLY) {
      throw Refused.scrolling();
    } else if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw Refused.updating();
    }
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    if (keys == Statement.RETURN_GENERATED_KEYS) {
      throw Refused.generatedKeys();
    }
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
    throw Refused.generatedKeys();
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
    throw Refused.generatedKeys();
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw Refused.callable();
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    throw Refused.callable();
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    throw Refused.callable();
  }

  /** Sluice's SQL, without escapes; what of it engines' texts are, a plan says. */
  @Override
  public String nativeSQL(String sql) throws SQLException {
    requireOpen();
    return Escapes.translated(sql);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    requireOpen();
    return new CatalogMetaData(this);
  }

  @Override
  public void setAutoCommit(boolean commit) throws SQLException {
    requireOpen();
    autoCommit = commit;
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    requireOpen();
    return autoCommit;
  }

  @Override
  public void commit() throws SQLException {
    requireOpen();
  }

  @Override
  public void rollback() throws SQLException {
    requireOpen();
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    throw Refused.of("There are no transactions, and so no savepoints");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    throw Refused.of("There are no transactions, and so no savepoints");
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    throw Refused.of("There are no transactions, and so no savepoints");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw Refused.of("There are no transactions, and so no savepoints");
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    requireOpen();
    if (!ISOLATIONS.contains(level)) {
      throw new SQLException(level + " is no isolation", States.WRONG_ARGUMENT);
    }
    isolation = level;
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    requireOpen();
    return isolation;
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    requireOpen();
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    requireOpen();
    return true;
  }

  /** There is one catalog, so that there is nothing to choose: JDBC says to ignore it then. */
  @Override
  public void setCatalog(@Nullable String catalog) throws SQLException {
    requireOpen();
  }

  @Override
  public String getCatalog() throws SQLException {
    requireOpen();
    return CatalogMetaData.CATALOG;
  }

  /** Tables are named with their database; a schema of its own is not taken for it. */
  @Override
  public void setSchema(@Nullable String schema) throws SQLException {
    requireOpen();
    if (schema != null && !schema.isEmpty()) {
      throw Refused.of(
          "Tables are named with their database, as web.clicks; there is no current schema");
    }
  }

  @Override
  public @Nullable String getSchema() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    requireOpen();
    requireHoldability(holdability);
  }

  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public synchronized @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return warnings;
  }

  @Override
  public synchronized void clearWarnings() throws SQLException {
    requireOpen();
    warnings = null;
  }

  private synchronized void warn(String message) {
    warnings = States.warned(warnings, message);
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    requireOpen();
    return new HashMap<>();
  }

  @Override
  public void setTypeMap(@Nullable Map<String, Class<?>> types) throws SQLException {
    requireOpen();
    Refused.requireNoTypes(types);
  }

  @Override
  public Clob createClob() throws SQLException {
    throw Refused.of("Text is given by setString");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw Refused.of("Text is given by setString");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw Refused.of("Bytes are given by setBytes");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw Refused.type("SQLXML");
  }

  @Override
  public Array createArrayOf(String type, @Nullable Object[] elements) throws SQLException {
    throw Refused.of("No parameter takes an array");
  }

  @Override
  public Struct createStruct(String type, @Nullable Object[] attributes) throws SQLException {
    throw Refused.of("No parameter takes a struct");
  }

  /** Asks no engine: whether it is closed is all there is to know. */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    if (timeout < 0) {
      throw new SQLException("A time-out is not negative", States.WRONG_ARGUMENT);
    }
    return !closed;
  }

  @Override
  public void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
    if (closed) {
      throw new SQLClientInfoException(
          "This connection is closed",
          States.CONNECTION_CLOSED,
          Map.of(name, ClientInfoStatus.REASON_UNKNOWN));
    }
    if (ClientInfo.knows(name)) {
      clientInfo.set(name, value);
    } else {
      warn(
          "Client info '"
              + name
              + "' is not known and left out; known are "
              + String.join(", ", ClientInfo.NAMES.keySet()));
    }
  }

  @Override
  public void setClientInfo(Properties info) throws SQLClientInfoException {
    if (closed) {
      throw new SQLClientInfoException(
          "This connection is closed", States.CONNECTION_CLOSED, Map.of());
    }
    ClientInfo.NAMES.keySet().forEach(name -> clientInfo.set(name, info.getProperty(name)));
    for (String name : info.stringPropertyNames()) {
      setClientInfo(name, info.getProperty(name));
    }
  }

  @Override
  public @Nullable String getClientInfo(String name) throws SQLException {
    requireOpen();
    return clientInfo.get(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    requireOpen();
    return clientInfo.all();
  }

  @Override
  public void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
    requireOpen();
    requireExecutor(executor);
    if (milliseconds < 0) {
      throw new SQLException("A time-out is not negative", States.WRONG_ARGUMENT);
    }
    networkTimeout = milliseconds;
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    requireOpen();
    return networkTimeout;
  }

  @Override
  public void abort(@Nullable Executor executor) throws SQLException {
    Executor closing = requireExecutor(executor);
    if (!closed) {
      closed = true;
      closing.execute(this::closeQuietly);
    }
  }

  private static Executor requireExecutor(@Nullable Executor executor) throws SQLException {
    if (executor == null) {
      throw new SQLException("The executor is null", States.WRONG_ARGUMENT);
    }
    return executor;
  }

  private void closeQuietly() {
    try {
      closeAll();
    } catch (SQLException e) {
      // Whoever aborts a connection does not ask how it ended.
    }
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      closeAll();
    }
  }

  private void closeAll() throws SQLException {
    SQLException first = null;
    for (QueryStatement statement : List.copyOf(statements)) {
      try {
        statement.close();
      } catch (SQLException e) {
        first = first == null ? e : first;
      }
    }
    lease.end();
    if (first != null) {
      throw first;
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type == Sluice.class ? type.cast(sluice()) : Wrapped.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type == Sluice.class || type.isInstance(this);
  }
}
