package dev.sluice.glue.lake;

import dev.sluice.Catalog;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class InMemoryCatalogTest extends CatalogContract {
  @Override
  Catalog catalog() {
    List<Partition> partitions =
        Stream.of("c", "a", "b").map(InMemoryCatalogTest::partition).toList();
    return InMemoryCatalog.builder()
        .table(keyed("unlisted"))
        .table(keyed("quiet"), List.of())
        .table(keyed("clicks"), partitions)
        .table(Table.builder(new TableName("web", "broken")).problem("It has no columns").build())
        .table(
            Table.builder(new TableName("ads", "spend")).column("amount", Primitive.DOUBLE).build())
        .build();
  }

  private static Table keyed(String name) {
    return Table.builder(new TableName("web", name))
        .column("id", Primitive.BIGINT)
        .partitionKey("datetime", Primitive.STRING)
        .storage(Storage.of(TableFormat.ORC, "/lake/" + name))
        .build();
  }

  private static Partition partition(String value) {
    return new Partition(
        List.of(value),
        keyed("clicks").columns(),
        Storage.of(TableFormat.ORC, "/lake/clicks/datetime=" + value),
        Map.of());
  }
}
