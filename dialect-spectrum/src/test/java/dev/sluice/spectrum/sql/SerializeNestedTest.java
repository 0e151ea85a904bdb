package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.NativeQuery;
import org.junit.jupiter.api.Test;

class SerializeNestedTest {

  @Test
  void asksTheSessionForJsonTextOfWholeColumns() {
    NativeQuery query = Lake.query("SELECT id, device, tags AS t FROM web.clicks");
    assertThat(query.session()).containsExactly("SET json_serialization_enable TO true");
    assertThat(query.serializedColumns()).containsExactlyInAnyOrder("device", "t");
  }

  @Test
  void leavesTheSessionAloneWhenNothingNestedComesBack() {
    NativeQuery query = Lake.query("SELECT id, c.device.os FROM web.clicks c");
    assertThat(query.session()).isEmpty();
    assertThat(query.serializedColumns()).isEmpty();
  }

  @Test
  void refusesPathsBesideWholeColumns() {
    assertThat(Lake.refusals("SELECT words FROM web.clicks c WHERE c.device.os = 'ios'"))
        .singleElement()
        .asString()
        .endsWith("the session returns whole nested columns or reads paths into them, not both");
  }

  @Test
  void refusesAWholeColumnOutOfASubquery() {
    assertThat(Lake.refusals("SELECT q.words FROM (SELECT words FROM web.clicks) q"))
        .anyMatch(why -> why.contains("a subquery or a branch of a set operator"));
  }

  @Test
  void refusesAStructInsideAStruct() {
    assertThat(Lake.refusals("SELECT c.device.screen FROM web.clicks c"))
        .anyMatch(why -> why.contains("only a top-level column of a table comes back whole"));
  }
}
