package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.parse.QueryParser;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundQueriesTest {
  private static final String SQL = "SELECT n FROM web.t WHERE n = ?";

  private final Changing shown = new Changing(catalog(Primitive.INTEGER));
  private final BoundQueries queries;

  BoundQueriesTest() {
    QueryParser parser = new QueryParser(QueryLimits.DEFAULT);
    this.queries = new BoundQueries(parser, new Binder(shown, parser));
  }

  private static Catalog catalog(DataType type) {
    return InMemoryCatalog.builder()
        .table(Table.builder(new TableName("web", "t")).column("n", type).build())
        .build();
  }

  private BoundQuery bind(String sql, Object... values) {
    return queries.bind(sql, Arrays.asList(values)).query();
  }

  @Test
  void whatWasBoundIsBoundOnce() {
    assertThat(bind(SQL, 1)).isSameAs(bind(SQL, 1)).isNotSameAs(bind(SQL, 2));
    assertThat(bind("SELECT n FROM web.t WHERE CAST(n AS varchar) = 'a'"))
        .isNotSameAs(bind("SELECT n FROM web.t WHERE CAST(n AS varchar) = 'b'"));
    assertThat(bind("SELECT ? = DATE '2019-03-27'", LocalDate.of(2019, 3, 27)))
        .isSameAs(bind("SELECT ? = DATE '2019-03-27'", LocalDate.of(2019, 3, 27)));
  }

  @Test
  void valuesOfDifferentTypesAreDifferentQueries() {
    String sql = "SELECT n FROM web.t WHERE n > ?";
    assertThat(bind(sql, 1).root().toString()).isEqualTo(bind(sql, 1L).root().toString());
    assertThat(bind(sql, 1)).isNotSameAs(bind(sql, 1L));
  }

  @Test
  void aTableThatChangedIsBoundAnew() {
    BoundQuery before = bind("SELECT n FROM web.t");
    shown.show(catalog(Primitive.BIGINT));
    BoundQuery after = bind("SELECT n FROM web.t");
    assertThat(after).isNotSameAs(before);
    assertThat(after.columns().get(0).type()).isEqualTo(Primitive.BIGINT);
    shown.show(InMemoryCatalog.builder().build());
    assertThatThrownBy(() -> bind("SELECT n FROM web.t"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("web.t not found");
  }

  @Test
  void valuesThatTheirOwnerMayChangeAreReadEachTime() {
    String sql = "SELECT n FROM web.t WHERE TIMESTAMP '2019-03-27 00:00:00' = ?";
    Timestamp value = Timestamp.valueOf("2019-03-27 00:00:00");
    String before = bind(sql, value).root().toString();
    value.setTime(value.getTime() + 86_400_000);
    assertThat(bind(sql, value).root().toString()).isNotEqualTo(before);
  }

  /** Shows another catalog each time. */
  private static final class Changing implements Catalog {
    private Catalog shown;

    Changing(Catalog shown) {
      this.shown = shown;
    }

    void show(Catalog other) {
      shown = other;
    }

    @Override
    public List<String> databases() {
      return shown.databases();
    }

    @Override
    public List<Table> tables(String database) {
      return shown.tables(database);
    }

    @Override
    public Optional<Table> table(TableName name) {
      return shown.table(name);
    }

    @Override
    public Partitions partitions(Table table, List<KeyRanges> ranges) {
      return shown.partitions(table, ranges);
    }
  }
}
