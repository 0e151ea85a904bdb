package dev.sluice.benchmarks;

import dev.sluice.EngineName;
import dev.sluice.QueryStatistics;
import dev.sluice.jdbc.SluiceStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same rows as a tool reads them: through the driver, a number and texts by their getters. */
record JdbcReader(Connection connection) implements AnswerClient.Reader {
  private static final String AWS = "aws.";

  /**
   * @param settings those of the engine, and those of {@code aws} with that before them
   */
  static JdbcReader open(EngineName engine, List<String> settings) throws SQLException {
    try {
      Path folder = Files.createTempDirectory("jdbc");
      Path catalog = Files.createDirectories(folder.resolve("lake/catalog"));
      Files.writeString(catalog.resolve("web.tables.json"), tables());
      Path file = Files.writeString(folder.resolve("sluice.yaml"), yaml(engine, settings));
      return new JdbcReader(DriverManager.getConnection("jdbc:sluice:config:" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tables() {
    String texts =
        IntStream.rangeClosed(1, AnswerClient.TEXTS)
            .mapToObj(i -> ", {\"Name\": \"c" + i + "\", \"Type\": \"string\"}")
            .collect(Collectors.joining());
    return """
        {"TableList": [{"Name": "big", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
          "Parameters": {}, "PartitionKeys": [],
          "StorageDescriptor": {"Location": "s3://lake/big/",
            "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            "SerdeInfo": {"SerializationLibrary":
              "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"},
            "Columns": [{"Name": "n", "Type": "bigint"}%s]}}]}
        """
        .formatted(texts);
  }

  private static String yaml(EngineName engine, List<String> settings) {
    StringBuilder aws = new StringBuilder();
    StringBuilder ofEngine = new StringBuilder();
    StringBuilder endpoints = new StringBuilder();
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('='));
      String value = "'" + setting.substring(key.length() + 1) + "'\n";
      if (key.startsWith(AWS + "endpoints.")) {
        endpoints
            .append("    ")
            .append(key.substring((AWS + "endpoints.").length()))
            .append(": ")
            .append(value);
      } else if (key.startsWith(AWS)) {
        aws.append("  ").append(key.substring(AWS.length())).append(": ").append(value);
      } else {
        ofEngine.append("    ").append(key).append(": ").append(value);
      }
    }
    return "lake: lake\nfiles:\n  inspect: false\naws:\n"
        + aws
        + "  endpoints:\n"
        + endpoints
        + "engines:\n  "
        + engine
        + ":\n"
        + ofEngine;
  }

  @Override
  public long read(int expected, IntConsumer row) throws SQLException {
    long values = 0;
    int count = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM web.big LIMIT " + expected)) {
      while (rows.next()) {
        long number = rows.getLong(1);
        values += rows.wasNull() || number < 0 ? 0 : 1;
        for (int i = 2; i <= AnswerClient.TEXTS + 1; i++) {
          values += rows.getString(i) == null ? 0 : 1;
        }
        row.accept(++count);
      }
      AnswerClient.require(expected, count, values);
      QueryStatistics said = statement.unwrap(SluiceStatement.class).statistics();
      return said.planning().isEmpty() ? 0 : said.running().map(Duration::toMillis).orElse(0L);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
