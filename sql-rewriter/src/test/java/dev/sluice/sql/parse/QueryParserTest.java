package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.junit.jupiter.api.Test;

class QueryParserTest {
  private final QueryParser parser = new QueryParser(ParserLimits.DEFAULT);

  @Test
  void readsBothKindsOfQuotesInOneTextAndLowersEveryName() {
    SqlNode tree = parser.parse("SELECT \"A b\", `C d`, E FROM \"Db\".`T`; -- end");
    assertThat(tree.getKind()).isEqualTo(SqlKind.SELECT);
    assertThat(tree.toString().replaceAll("\\s+", " "))
        .isEqualTo("SELECT `a b`, `c d`, `e` FROM `db`.`t`");
  }

  @Test
  void returnsATreeOfItsOwnEachTime() {
    assertThat(parser.parse("SELECT 1")).isNotSameAs(parser.parse("SELECT 1"));
  }
}
