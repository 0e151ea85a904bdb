package dev.sluice.tests.clients;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A pool with its defaults, and what programs ask through: Spring's templates and MyBatis. */
final class LibrariesProgram {
  private LibrariesProgram() {}

  /** MyBatis fills one for each row. */
  public static final class Session {
    private @Nullable String id;
    private long userId;
    private @Nullable String started;

    public void setId(String id) {
      this.id = id;
    }

    public void setUserId(long userId) {
      this.userId = userId;
    }

    public void setStarted(String started) {
      this.started = started;
    }

    @Override
    public String toString() {
      return id + " " + userId + " " + started;
    }
  }

  /** MyBatis implements it. */
  public interface Sessions {
    @Select(
        "SELECT session_id AS id, user_id AS userId, CAST(started_at AS varchar) AS started"
            + " FROM web.sessions WHERE page_count >= #{least} AND entry.url LIKE #{url}"
            + " ORDER BY session_id LIMIT 2")
    List<Session> longOnes(@Param("least") int least, @Param("url") String url);

    @Select("SELECT name, start_date, daily_budget FROM web.campaigns WHERE campaign_id = #{id}")
    Map<String, Object> campaign(int id);
  }

  /**
   * @param arguments the driver's URL
   */
  public static void main(String[] arguments) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(arguments[0]);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      useHikari(pool);
      useSpring(new JdbcTemplate(pool));
      useMyBatis(pool);
    }
  }

  private static void useHikari(HikariDataSource pool) throws SQLException {
    for (int i = 0; i < 3; i++) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM web.sessions")) {
        rows.next();
        System.out.println("Hikari: " + rows.getLong(1) + " " + connection.isValid(1));
      }
    }
  }

  private static void useSpring(JdbcTemplate spring) {
    System.out.println(
        "Spring: "
            + spring.queryForObject(
                "SELECT count(*) FROM web.clicks WHERE datetime = ? AND cardinality(path) >= ?",
                Long.class,
                "2019-03-28-10",
                2));
    System.out.println(
        "Spring: "
            + spring.queryForList(
                "SELECT campaign_id, name, is_active FROM web.campaigns ORDER BY 1 LIMIT 2"));
    List<String> entries =
        spring.query(
            "SELECT entry, traits FROM web.sessions WHERE session_id IS NOT NULL"
                + " ORDER BY session_id LIMIT 2",
            (rows, number) ->
                Arrays.toString(((Struct) rows.getObject("entry")).getAttributes())
                    + " "
                    + rows.getObject("traits"));
    System.out.println("Spring: " + entries);
    System.out.println(
        "Spring: "
            + new NamedParameterJdbcTemplate(spring)
                .queryForObject(
                    "SELECT count(*) FROM web.clicks WHERE page.section IN (:sections)",
                    Map.of("sections", List.of("home", "sale")),
                    Long.class));
    try {
      spring.queryForList("SELECT nothing FROM web.clicks");
    } catch (DataAccessException e) {
      System.out.println("Spring: " + e.getClass().getSimpleName());
    }
  }

  private static void useMyBatis(DataSource pool) {
    Configuration configuration =
        new Configuration(new Environment("lake", new JdbcTransactionFactory(), pool));
    configuration.addMapper(Sessions.class);
    try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession()) {
      Sessions sessions = session.getMapper(Sessions.class);
      System.out.println("MyBatis: " + sessions.longOnes(3, "https://%"));
      System.out.println("MyBatis: " + new TreeMap<>(sessions.campaign(101)));
    }
  }
}
