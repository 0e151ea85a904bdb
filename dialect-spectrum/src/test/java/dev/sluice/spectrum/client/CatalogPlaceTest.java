package dev.sluice.spectrum.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.SluiceConfiguration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which external schemas may show another catalog's database of the same name. */
class CatalogPlaceTest {
  private static final String URL =
      "jdbc:redshift://cluster.abc.eu-west-1.redshift.amazonaws.com:5439/dev";
  private static final String ROLE = "{\"IAM_ROLE\":\"arn:aws:iam::111111111111:role/reader\"}";

  private static CatalogPlace place(String region, String account) {
    SluiceConfiguration.Builder configuration =
        SluiceConfiguration.builder().glue(Map.of("catalog-id", account));
    return CatalogPlace.of(configuration.aws("region", region).build(), URL);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, 111111111111, true",
    "us-east-1, 111111111111, false",
    "eu-west-1, 222222222222, false"
  })
  void aSchemaThatNamesNothingReadsRedshiftsRegionAndItsRolesAccount(
      String region, String account, boolean isOurs) {
    assertThat(place(region, account).mismatch(ROLE).isEmpty()).isEqualTo(isOurs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"IAM_ROLE\":\"default\"}",
        "{\"IAM_ROLE\":\"arn:aws:iam::111111111111:role/a,arn:aws:iam::222222222222:role/b\"}",
      })
  void whoseCatalogIsNotToldIsNotTaken(String options) {
    assertThat(place("eu-west-1", "111111111111").mismatch(options)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"us-west-2, true", "eu-west-1, false"})
  void aRegionThatTheSchemaNamesCountsOverRedshiftsOwn(String ours, boolean isOurs) {
    String options = "{\"IAM_ROLE\":\"arn:aws:iam::111111111111:role/a\",\"R\":\"us-west-2\"}";
    assertThat(place(ours, "111111111111").mismatch(options).isEmpty()).isEqualTo(isOurs);
  }
}
