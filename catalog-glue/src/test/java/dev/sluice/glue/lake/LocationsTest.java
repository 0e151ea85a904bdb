package dev.sluice.glue.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
  @ParameterizedTest
  @CsvSource({
    "s3://bucket/a/b=1/,s3://bucket/a/b=1/",
    "s3a://bucket/a%20b,s3a://bucket/a%20b",
    "S3N://bucket/x,S3N://bucket/x",
    "hdfs:/x,hdfs:/x",
    "arn:aws:dynamodb:us-east-1:1:table/x,arn:aws:dynamodb:us-east-1:1:table/x",
    "/data/clicks/,/data/clicks",
    "file:/data/clicks,/data/clicks",
    "file:///data/clicks/,/data/clicks",
    "FILE://localhost/data,/data",
    "file:///no/such/a%20b,/no/such/a b",
    "file:/no/such/a b%20c,/no/such/a b%20c",
    "file:/no/such/a?b,/no/such/a?b",
    "web/clicks,/lake/web/clicks",
    "./web/clicks/,/lake/web/clicks",
    "web/h=10%3A00,/lake/web/h=10%3A00",
    "web/h=10:00,/lake/web/h=10:00",
    "../other,/other",
  })
  void resolves(String location, String expected) {
    assertThat(Locations.resolve(Path.of("/lake"), location)).isEqualTo(expected);
  }

  @Test
  void prefersTheFolderThatIsThereAsWritten(@TempDir Path folder) throws IOException {
    Path written = Files.createDirectory(folder.resolve("h=10%3A00"));

    assertThat(Locations.resolve(folder, "file:" + written)).isEqualTo(written.toString());
  }

  @Test
  void refusesWhatIsNoPlace() {
    assertThatThrownBy(() -> Locations.resolve(Path.of("/lake"), "a\0b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Locations.resolve(Path.of("/lake"), "file://elsewhere/data"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another host");
  }
}
