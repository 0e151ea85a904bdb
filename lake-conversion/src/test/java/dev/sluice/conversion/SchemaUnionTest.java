package dev.sluice.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaUnionTest {
  private static final List<Column> KEYS = List.of(new Column("day", Primitive.STRING));

  @Test
  void whatIsDeclaredKeepsItsPlaceAndTheRestComesAfter() {
    SchemaUnion union = union(new Column("id", Primitive.BIGINT, "who"));
    union.add(List.of(new Column("more", Primitive.STRING), new Column("id", Primitive.INTEGER)));
    assertThat(union.columns())
        .containsExactly(
            new Column("id", Primitive.BIGINT, "who"), new Column("more", Primitive.STRING));
    assertThat(union.added()).containsExactly("more");
    assertThat(union.conflicts()).isEmpty();
  }

  @Test
  void fieldsComeTogetherAtAnyDepth() {
    SchemaUnion union = union(new Column("bids", array(struct("cpm", Primitive.DOUBLE))));
    union.add(List.of(new Column("bids", array(struct("deal", Primitive.STRING)))));
    assertThat(union.columns())
        .containsExactly(
            new Column(
                "bids",
                array(
                    new DataType.Struct(
                        List.of(
                            new Field("cpm", Primitive.DOUBLE),
                            new Field("deal", Primitive.STRING))))));
    assertThat(union.added()).containsExactly("bids[].deal");
  }

  @Test
  void partitionKeysAreNotReadOutOfFiles() {
    SchemaUnion union = union(new Column("id", Primitive.BIGINT));
    union.add(List.of(new Column("DAY", Primitive.STRING)));
    assertThat(union.columns()).hasSize(1);
  }

  @Test
  void typesThatNobodyDeclaresAndThatDifferAreTold() {
    SchemaUnion union = union(new Column("id", Primitive.BIGINT));
    union.add(List.of(new Column("more", Primitive.STRING)));
    union.add(List.of(new Column("more", Primitive.INTEGER)));
    assertThat(union.conflicts()).containsExactly("more is string and int");
  }

  private static SchemaUnion union(Column... declared) {
    return new SchemaUnion(List.of(declared), KEYS);
  }

  private static DataType array(DataType element) {
    return new DataType.Array(element);
  }

  private static DataType struct(String name, DataType type) {
    return new DataType.Struct(List.of(new Field(name, type)));
  }
}
