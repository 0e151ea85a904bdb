package dev.sluice.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.RowShape;
import dev.sluice.RowShape.ShapedColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowShapingTest {
  private static final DataType SCREEN =
      new DataType.Struct(List.of(new Field("width", Primitive.INTEGER)));
  private static final DataType DEVICE =
      new DataType.Struct(List.of(new Field("os", Primitive.STRING), new Field("screen", SCREEN)));
  private static final DataType BIDS =
      new DataType.Array(
          new DataType.Struct(
              List.of(new Field("bidder", Primitive.STRING), new Field("screen", SCREEN))));
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", Primitive.BIGINT, "who"),
          new Column("device", DEVICE),
          new Column("bids", BIDS),
          new Column("device_os", Primitive.STRING));
  private static final List<Column> KEYS = List.of(new Column("day", Primitive.STRING));

  @Test
  void rowsStayAsTheyAreUnlessAskedFor() {
    assertThat(shape(false, null)).isEqualTo(RowShape.asItIs(COLUMNS));
  }

  @Test
  void fieldsBecomeColumnsAndClashesAreNumberedAndTold() {
    RowShaping shaping = new RowShaping(true, Optional.empty());
    RowShape shape = shaping.of(COLUMNS, KEYS);
    assertThat(shape.columns())
        .extracting(RowShapingTest::text)
        .containsExactly(
            "id=ROW[id] who",
            "device_os_2=ROW[device, os] sluice: device.os",
            "device_screen_width=ROW[device, screen, width] sluice: device.screen.width",
            "bids=ROW[bids] null",
            "device_os=ROW[device_os] null");
    assertThat(shaping.remarks())
        .contains("device.os becomes column device_os_2, for device_os is taken")
        .anyMatch(remark -> remark.startsWith("Where device.screen is NULL"));
  }

  @Test
  void elementsBecomeRowsWithTheirPosition() {
    RowShape shape = shape(false, "bids");
    assertThat(shape.explode()).containsExactly("bids");
    assertThat(shape.columns())
        .extracting(RowShapingTest::text)
        .containsExactly(
            "id=ROW[id] who",
            "device=ROW[device] null",
            "bids=ELEMENT[] sluice: bids[]",
            "bids_position=POSITION[] sluice: position in bids",
            "device_os=ROW[device_os] null");
  }

  @Test
  void elementsAreFlattenedToo() {
    assertThat(shape(true, "bids").columns())
        .extracting(RowShapingTest::text)
        .contains(
            "bids_bidder=ELEMENT[bidder] sluice: bids[].bidder",
            "bids_screen_width=ELEMENT[screen, width] sluice: bids[].screen.width");
  }

  @Test
  void anArrayInsideAStructTakesFlattening() {
    List<Column> columns =
        List.of(new Column("auction", new DataType.Struct(List.of(new Field("bids", BIDS)))));
    RowShape shape = new RowShaping(true, Optional.of("auction.bids")).of(columns, KEYS);
    assertThat(shape.explode()).containsExactly("auction", "bids");
    assertThat(shape.columns())
        .extracting(RowShapingTest::text)
        .contains("auction_bids_bidder=ELEMENT[bidder] sluice: auction.bids[].bidder");
    assertThatThrownBy(() -> new RowShaping(false, Optional.of("auction.bids")).of(columns, KEYS))
        .hasMessageContaining("one inside a struct is found where structs become columns too");
  }

  @Test
  void saysThatThereIsNoSuchArray() {
    assertThatThrownBy(() -> shape(false, "id"))
        .hasMessage("Rows cannot be made of id: there is no array of that name");
  }

  @Test
  void namesOfPartitionKeysAreTaken() {
    DataType d = new DataType.Struct(List.of(new Field("ay", Primitive.STRING)));
    RowShape shape =
        new RowShaping(true, Optional.empty())
            .of(List.of(new Column("d", d)), List.of(new Column("d_ay", Primitive.STRING)));
    assertThat(shape.written()).extracting(Column::name).containsExactly("d_ay_2");
  }

  private static RowShape shape(
      boolean flatten, @org.jspecify.annotations.Nullable String explode) {
    return new RowShaping(flatten, Optional.ofNullable(explode)).of(COLUMNS, KEYS);
  }

  private static String text(ShapedColumn shaped) {
    return "%s=%s%s %s"
        .formatted(
            shaped.column().name(), shaped.origin(), shaped.path(), shaped.column().comment());
  }
}
