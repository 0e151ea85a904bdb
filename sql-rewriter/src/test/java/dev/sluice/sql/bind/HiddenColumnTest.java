package dev.sluice.sql.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.InMemoryCatalog;
import dev.sluice.QueryLimits;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.sql.parse.QueryParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that no star yields. */
class HiddenColumnTest {
  private static final Binder BINDER =
      new Binder(
          InMemoryCatalog.builder()
              .table(table("users", TableFormat.PARQUET), List.of())
              .table(table("seen", TableFormat.VIEW), List.of())
              .build(),
          new QueryParser(QueryLimits.DEFAULT));

  private static Table table(String name, TableFormat format) {
    return Table.builder(new TableName("web", name))
        .column("id", DataType.Primitive.BIGINT)
        .storage(Storage.of(format, "s3://lake/" + name))
        .build();
  }

  private static List<ResultColumn> columns(String sql) {
    return BINDER.bind(sql).columns();
  }

  @Test
  void aStarLeavesThemOut() {
    assertThat(columns("SELECT * FROM web.users"))
        .extracting(ResultColumn::name)
        .containsExactly("id");
  }

  @Test
  void theirNamesAndTypesAreAthenas() {
    assertThat(
            columns(
                "SELECT \"$path\", u.\"$file_size\", \"$file_modified_time\", \"$partition\""
                    + " FROM web.users AS u"))
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "$path varchar",
            "$file_size bigint",
            "$file_modified_time timestamp(3) with time zone",
            "$partition varchar");
  }

  @Test
  void redshiftsNameOfTheSizeIsKeptAsTheColumnsName() {
    assertThat(columns("SELECT \"$size\" FROM web.users"))
        .extracting(ResultColumn::name)
        .containsExactly("$size");
  }

  @Test
  void anAliasThatRenamesColumnsLeavesThem() {
    assertThat(columns("SELECT \"$path\", n FROM web.users AS u (n)")).hasSize(2);
  }

  @Test
  void ofTwoTablesTheyAreAmbiguous() {
    assertThatThrownBy(() -> columns("SELECT \"$path\" FROM web.users a, web.users b"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("ambiguous");
  }

  @Test
  void viewsHaveNone() {
    assertThatThrownBy(() -> columns("SELECT \"$path\" FROM web.seen"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("$path");
  }

  @Test
  void aSubqueryHandsOnWhatItNames() {
    assertThat(columns("SELECT \"$path\" FROM (SELECT \"$path\" FROM web.users) AS s")).hasSize(1);
  }
}
