package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogMetaDataTest {
  private final Connection connection;
  private final DatabaseMetaData metadata;

  CatalogMetaDataTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-1");
    this.metadata = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static List<List<@Nullable String>> read(ResultSet rows, String... columns)
      throws SQLException {
    List<List<@Nullable String>> all = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (String column : columns) {
          row.add(rows.getString(column));
        }
        all.add(row);
      }
    }
    return all;
  }

  @Test
  void listsDatabasesAsSchemas() throws SQLException {
    assertThat(read(metadata.getSchemas(), "TABLE_SCHEM", "TABLE_CATALOG"))
        .containsExactly(List.of("ads", "awsdatacatalog"), List.of("web", "awsdatacatalog"));
    assertThat(read(metadata.getSchemas(null, "w%"), "TABLE_SCHEM"))
        .containsExactly(List.of("web"));
    assertThat(read(metadata.getSchemas("", null), "TABLE_SCHEM")).isEmpty();
    assertThat(read(metadata.getCatalogs(), "TABLE_CAT"))
        .containsExactly(List.of("awsdatacatalog"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {
        "-;-;ads.bids web.all_types web.by_day web.byxday web.seen",
        "%;%;ads.bids web.all_types web.by_day web.byxday web.seen",
        "web;by%;web.by_day web.byxday",
        "web;by_day;web.by_day web.byxday",
        "web;by\\_day;web.by_day",
        "WEB;BY\\_DAY;web.by_day",
        "web;nothing;''",
        "w_b;seen;web.seen",
      })
  void listsTablesByPatterns(@Nullable String schema, @Nullable String table, String names)
      throws SQLException {
    List<String> found =
        read(metadata.getTables(null, schema, table, null), "TABLE_SCHEM", "TABLE_NAME").stream()
            .map(row -> row.get(0) + "." + row.get(1))
            .sorted()
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(names);
  }

  @Test
  void tellsViewsFromTables() throws SQLException {
    assertThat(read(metadata.getTables(null, "web", "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .containsExactly(List.of("seen"));
    assertThat(read(metadata.getTables(null, "web", "all\\_types", null), "TABLE_TYPE", "REMARKS"))
        .containsExactly(List.of("TABLE", "one of each"));
    assertThat(read(metadata.getTableTypes(), "TABLE_TYPE"))
        .containsExactly(List.of("TABLE"), List.of("VIEW"));
  }

  @Test
  void listsColumnsWithTheirTypes() throws SQLException {
    String[] shown = {"COLUMN_NAME", "DATA_TYPE", "TYPE_NAME", "COLUMN_SIZE", "ORDINAL_POSITION"};
    List<List<@Nullable String>> columns =
        read(metadata.getColumns(null, "web", "all\\_types", null), shown);
    assertThat(columns).hasSize(17);
    assertThat(columns.get(7)).containsExactly("d", "" + Types.DECIMAL, "decimal(12,2)", "12", "8");
    assertThat(columns.get(14).subList(0, 3))
        .containsExactly("device", "" + Types.STRUCT, "row(os varchar, lat double)");
    assertThat(read(metadata.getColumns(null, "web", "all\\_types", "i8"), "REMARKS"))
        .containsExactly(List.of("a long one"));
    assertThat(read(metadata.getColumns(null, "web", "by\\_day", null), "COLUMN_NAME", "REMARKS"))
        .containsExactly(Arrays.asList("n", null), List.of("day", "partition key"));
  }

  @Test
  void listsTypes() throws SQLException {
    List<List<@Nullable String>> types = read(metadata.getTypeInfo(), "TYPE_NAME", "DATA_TYPE");
    assertThat(types)
        .contains(List.of("bigint", "-5"), List.of("decimal", "3"), List.of("row", "2002"));
    assertThat(types.stream().map(row -> Integer.valueOf(row.get(1))).toList()).isSorted();
    assertThat(read(metadata.getTypeInfo(), "TYPE_NAME", "PRECISION", "MAXIMUM_SCALE"))
        .contains(List.of("decimal", "38", "38"), List.of("bigint", "19", "0"));
  }

  /** Tools call them all. */
  @Test
  void everythingAnswers() throws Exception {
    for (Method method : DatabaseMetaData.class.getMethods()) {
      Object[] arguments =
          Arrays.stream(method.getParameterTypes())
              .map(type -> type == int.class ? 0 : type == boolean.class ? (Object) false : null)
              .toArray();
      if (!method.getName().contains("rap") && !method.isDefault()) {
        Object answer = method.invoke(metadata, arguments);
        if (answer instanceof ResultSet rows) {
          rows.getMetaData();
          read(rows);
        } else if (!method.getName().equals("getUserName")) {
          assertThat(answer).as(method.getName()).isNotNull();
        }
      }
    }
  }
}
