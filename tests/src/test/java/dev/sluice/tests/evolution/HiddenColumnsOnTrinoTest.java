package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Trino over files: what it calls the columns that no star yields, and their types. */
@ExtendWith(SharedLake.class)
class HiddenColumnsOnTrinoTest {
  @Test
  void theyHaveTheNamesAndTypesThatPlansSay(TrinoStandIn trino) throws Exception {
    List<JsonNode> rows =
        trino
            .ask(
                """
                SELECT typeof("$path"), typeof("$file_size"), typeof("$file_modified_time"),
                  typeof("$partition"), "$path" LIKE '%/part-0', "$file_size" > 0
                FROM hive.avro.none_fresh LIMIT 1
                """)
            .rows();
    assertThat(rows)
        .singleElement()
        .hasToString(
            "[\"varchar\",\"bigint\",\"timestamp(3) with time zone\",\"varchar\",true,true]");
  }
}
