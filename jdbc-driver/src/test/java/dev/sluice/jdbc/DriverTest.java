package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.Fallback;
import dev.sluice.Sluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {
  private final Path lake;

  DriverTest(@TempDir Path folder) throws IOException {
    this.lake = TestLake.write(folder);
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  private static Connection connect(SluiceDriver driver, String url) throws SQLException {
    return Objects.requireNonNull(driver.connect(url, new Properties()));
  }

  @Test
  void isFoundByItsUrl() throws SQLException {
    assertThat(DriverManager.getDriver("jdbc:sluice:aws:")).isInstanceOf(SluiceDriver.class);
    assertThat(new SluiceDriver().connect("jdbc:other:x", null)).isNull();
  }

  @Test
  void connectionsOfOneConfigurationShareASluice() throws SQLException {
    SluiceDriver driver = new SluiceDriver();
    String url = TestLake.url(lake, "workgroup=rows-1");
    Connection first = connect(driver, url);
    Connection second = connect(driver, url);
    Connection other = connect(driver, TestLake.url(lake, "workgroup=rows-2"));
    assertThat(driver.openSluices()).isEqualTo(2);
    assertThat(first.unwrap(Sluice.class)).isSameAs(second.unwrap(Sluice.class));
    first.close();
    first.close();
    assertThat(driver.openSluices()).isEqualTo(2);
    assertThat(second.isValid(0)).isTrue();
    second.close();
    assertThat(driver.openSluices()).isEqualTo(1);
    assertThat(second.isValid(0)).isFalse();
    other.close();
    assertThat(driver.openSluices()).isZero();
  }

  @Test
  void opensWhereTheThreadsClassLoaderDoesNotSeeIt() throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader tools = ClassLoader.getPlatformClassLoader();
    thread.setContextClassLoader(tools);
    try (Connection connection =
            connect(new SluiceDriver(), TestLake.url(lake, "workgroup=rows-1"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT i4 FROM web.all_types")) {
      assertThat(rows.next()).isTrue();
      assertThat(thread.getContextClassLoader()).isSameAs(tools);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void saysHowToAddASparkThatIsMissing() throws SQLException {
    assumeThat(System.getenv("SPARK_HOME")).as("one that is there is used").isNull();
    try (Connection connection = connect(new SluiceDriver(), TestLake.url(lake, "prefer=spark"));
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT i4 FROM web.all_types"))
          .hasMessageContaining("spark.classpath")
          .hasMessageContaining("sluice-spark-worker");
    }
  }

  @Test
  void tellsItsProperties() throws SQLException {
    DriverPropertyInfo[] infos =
        new SluiceDriver().getPropertyInfo("jdbc:sluice:lake:/x?strict=true", null);
    DriverPropertyInfo strict =
        Arrays.stream(infos).filter(info -> info.name.equals("strict")).findFirst().orElseThrow();
    assertThat(strict.value).isEqualTo("true");
    assertThat(strict.choices).containsExactly("true", "false");
    assertThat(infos)
        .allSatisfy(info -> assertThat(info.description).as(info.name).isNotBlank())
        .hasSize(DriverProperty.values().length);
  }

  @Test
  void readsAConfigurationFile() throws SQLException, IOException {
    Path file = Files.writeString(lake.resolve("sluice.yaml"), "lake: .\n");
    try (Connection connection =
        DriverManager.getConnection("jdbc:sluice:config:" + file + "?athena.workgroup=rows-1")) {
      assertThat(connection.unwrap(Sluice.class).catalog().databases())
          .containsExactly("ads", "web");
    }
  }

  @Test
  void nothingFallsBackToSparkUnlessItIsSaid() throws SQLException, IOException {
    assertThat(fallback(TestLake.url(lake, ""))).isEqualTo(Fallback.OFF);
    assertThat(fallback(TestLake.url(lake, "fallback=convert&convertAtMost=1GB")))
        .isEqualTo(Fallback.CONVERT);
    Path file = Files.writeString(lake.resolve("sluice.yaml"), "lake: .\n");
    assertThat(fallback("jdbc:sluice:config:" + file)).isEqualTo(Fallback.OFF);
    Files.writeString(file, "lake: .\npolicy: {fallback: query}\n");
    assertThat(fallback("jdbc:sluice:config:" + file)).isEqualTo(Fallback.QUERY);
    assertThat(fallback("jdbc:sluice:config:" + file + "?fallback=off")).isEqualTo(Fallback.OFF);
    assertThatThrownBy(() -> TestLake.connect(lake, "fallback=on"))
        .hasMessageContaining("Property 'fallback' is off, query or convert, not 'on'");
    assertThatThrownBy(() -> TestLake.connect(lake, "convertAtMost=x"))
        .hasMessageContaining("Property 'convertAtMost' is a number of bytes");
  }

  private static Fallback fallback(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.unwrap(Sluice.class).policy().fallback();
    }
  }

  @Test
  void whatCannotBeUsedIsSaid() {
    assertThatThrownBy(() -> TestLake.connect(lake, "stric=true"))
        .hasMessageContaining("no property 'stric'; did you mean strict?");
    assertThatThrownBy(() -> TestLake.connect(lake, "strict=yes"))
        .hasMessageContaining("is true or false, not 'yes'");
    assertThatThrownBy(() -> TestLake.connect(lake, "athena.workgrup=x"))
        .hasMessageContaining("workgroup");
    assertThatThrownBy(() -> TestLake.connect(lake, "prefer=presto"))
        .hasMessageContaining("'presto' is no engine");
    assertThatThrownBy(() -> TestLake.connect(lake, "databases=web"))
        .hasMessageContaining("jdbc:sluice:aws:");
    assertThatThrownBy(() -> TestLake.connect(lake, "schemas=web"))
        .hasMessageContaining("DATABASE:SCHEMA");
    assertState("08001", () -> TestLake.connect(lake.resolve("none"), "strict=true"));
    assertState(
        "08001", () -> DriverManager.getConnection("jdbc:sluice:config:" + lake.resolve("none")));
  }

  @Test
  void aDataSourceSaysTheSame() throws SQLException {
    SluiceDataSource source = new SluiceDataSource("jdbc:sluice:lake:" + lake);
    source.setProperty("workgroup", "rows-1");
    try (Connection connection = source.getConnection("me", "")) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("me");
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:sluice:lake:" + lake);
    }
    assertThatThrownBy(() -> new SluiceDataSource().getConnection())
        .hasMessageContaining("jdbc:sluice:");
  }
}
