package dev.sluice.tests.clients;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What a tool does first: it connects, lists tables and columns, and asks something. */
final class FirstLookProgram {
  private static final List<String> FOREIGN =
      List.of(
          "com.amazon.redshift.Driver",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.google.common.collect.ImmutableList",
          "org.apache.avro.Schema",
          "org.apache.calcite.avatica.Meta",
          "org.apache.calcite.rel.RelNode",
          "org.slf4j.LoggerFactory");

  private FirstLookProgram() {}

  /**
   * @param arguments the driver's URL, queries, and before them, where the driver is not on the
   *     class path, {@code --beside} and its jar
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("--beside")) {
      beside(Path.of(arguments[1]), arguments);
      return;
    }
    for (String name : FOREIGN) {
      System.out.println(name + " " + home(name));
    }
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      look(connection, List.of(arguments).subList(1, arguments.length));
    }
    DriverManager.drivers()
        .map(driver -> "registered " + driver.getClass().getName())
        .forEach(System.out::println);
  }

  /** Tools keep drivers apart from each other and from themselves. */
  private static void beside(Path jar, String[] arguments) throws Exception {
    try (URLClassLoader drivers =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Driver driver =
          (Driver)
              drivers
                  .loadClass("dev.sluice.jdbc.SluiceDriver")
                  .getDeclaredConstructor()
                  .newInstance();
      try (Connection connection =
          Objects.requireNonNull(driver.connect(arguments[2], new Properties()))) {
        look(connection, List.of(arguments).subList(3, arguments.length));
      }
    }
  }

  private static void look(Connection connection, List<String> queries) {
    try {
      System.out.println(tables(connection) + " tables, " + columns(connection) + " columns");
      for (String query : queries) {
        ask(connection, query);
      }
    } catch (SQLException e) {
      System.out.println(e.getSQLState() + " " + e.getMessage());
    }
  }

  private static int tables(Connection connection) throws SQLException {
    try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", null)) {
      return count(rows);
    }
  }

  private static int columns(Connection connection) throws SQLException {
    try (ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
      return count(rows);
    }
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  private static void ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        System.out.println(rows.getString(1) + " " + rows.getString(2));
      }
    }
  }

  /** Whose class it is, without running anything of it. */
  private static String home(String name) {
    try {
      CodeSource source =
          Class.forName(name, false, FirstLookProgram.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return String.valueOf(Path.of(source.getLocation().toURI()).getFileName());
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      return "nowhere";
    }
  }
}
