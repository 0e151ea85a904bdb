package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
  private static ConnectionUrl parse(String url) throws SQLException {
    return ConnectionUrl.parse(url, new Properties());
  }

  @Test
  void namesALakeAFileOrAws() throws SQLException {
    assertThat(parse("jdbc:sluice:lake:/my%20lake").path()).isEqualTo("/my lake");
    assertThat(parse("jdbc:sluice:config:/ä/sluice.yaml").kind())
        .isEqualTo(ConnectionUrl.Kind.CONFIG);
    ConnectionUrl aws =
        parse(
            "jdbc:sluice:aws:?region=eu-west-1&redshiftUrl=jdbc:redshift://h:5439/dev%3Fssl%3Don");
    assertThat(aws.kind()).isEqualTo(ConnectionUrl.Kind.AWS);
    assertThat(aws.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("redshiftUrl", "jdbc:redshift://h:5439/dev?ssl=on", "region", "eu-west-1"));
  }

  @Test
  void takesPropertiesFromBesideAsWell() throws SQLException {
    Properties beside = new Properties();
    beside.setProperty("user", "");
    beside.setProperty("strict", "true");
    beside.setProperty("prefer", "spark");
    assertThat(ConnectionUrl.parse("jdbc:sluice:lake:/x?prefer=spark", beside).properties())
        .containsExactlyInAnyOrderEntriesOf(Map.of("prefer", "spark", "strict", "true"));
    beside.setProperty("prefer", "athena");
    assertThatThrownBy(() -> ConnectionUrl.parse("jdbc:sluice:lake:/x?prefer=spark", beside))
        .isInstanceOf(SQLException.class)
        .hasMessage("Property 'prefer' is given twice, with different values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sluice:",
        "jdbc:sluice:lake",
        "jdbc:sluice:lake:",
        "jdbc:sluice:aws:/somewhere",
        "jdbc:sluice:lakes:/x",
        "jdbc:sluice:lake:/x?prefer",
        "jdbc:sluice:lake:/x?=athena",
        "jdbc:sluice:lake:/x%2",
        "jdbc:sluice:lake:/x%zz",
      })
  void aMalformedOneSaysWhatIsMeant(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  @Test
  void neverShowsProperties() {
    assertThatThrownBy(() -> parse("jdbc:sluice:lake?password=secret"))
        .hasMessageNotContaining("secret");
  }

  @Test
  void isNoOtherDrivers() {
    assertThat(ConnectionUrl.isOurs("jdbc:postgresql://x")).isFalse();
    assertThat(ConnectionUrl.isOurs("JDBC:SLUICE:lake:/x")).isTrue();
  }
}
