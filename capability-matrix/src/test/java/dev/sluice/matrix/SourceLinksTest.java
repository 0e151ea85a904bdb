package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Amazon Athena User Guide, select | select=https://docs.aws.amazon.com/athena/latest/ug/select.html",
        "Amazon Redshift Database Developer Guide, r_names and r_CREATE_EXTERNAL_TABLE | r_names=https://docs.aws.amazon.com/redshift/latest/dg/r_names.html r_CREATE_EXTERNAL_TABLE=https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_TABLE.html",
        "Amazon Redshift Database Developer Guide, SPLIT_PART | SPLIT_PART=https://docs.aws.amazon.com/redshift/latest/dg/SPLIT_PART.html",
        "Amazon Redshift Management Guide, cluster-versions, patch 205 | cluster-versions=https://docs.aws.amazon.com/redshift/latest/mgmt/cluster-versions.html",
        "Trino documentation, sql/select, UNNEST | sql/select=https://trino.io/docs/current/sql/select.html",
        "Apache Spark SQL reference, https://spark.apache.org/docs/latest/api/sql/index.html | https://spark.apache.org/docs/latest/api/sql/index.html=https://spark.apache.org/docs/latest/api/sql/index.html",
        "Trino 411 as stand-in, 30 shapes planned; Trino issue 4673 | Trino issue 4673=https://github.com/trinodb/trino/issues/4673",
        "Amazon Redshift Database Developer Guide, the list of array functions | ''",
      })
  void leadsToThePagesThatASourceNames(String source, String links) {
    String found =
        SourceLinks.of(source).stream()
            .filter(piece -> piece.address() != null)
            .map(piece -> piece.text() + "=" + piece.address())
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(links);
  }

  @Test
  void losesNothingOfTheText() {
    List<String> sources =
        CapabilityMatrix.shipped().rows().stream()
            .flatMap(row -> row.cells().values().stream())
            .map(Cell::source)
            .toList();
    assertThat(sources)
        .allSatisfy(
            source ->
                assertThat(
                        SourceLinks.of(source).stream()
                            .map(SourceLinks.Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(source));
  }
}
