package dev.sluice.spark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Handshake;
import dev.sluice.spark.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SparkLifecycleTest {

  @Test
  void startsAnewAfterTheProcessWasKilled() throws Exception {
    try (SparkEngine engine = SharedSpark.open("500m", "cores", "2", "fs.s3a.endpoint", "e")) {
      Rows rows =
          engine.run(
              Plans.of("SELECT id FROM range(0, 1000000000, 1, 1000)", Primitive.BIGINT),
              RunListener.NONE);
      assertThat(rows.next()).isTrue();
      ProcessHandle first = engine.worker().running().handle();
      first.destroyForcibly();
      assertThatThrownBy(() -> Plans.rows(rows))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE);
                assertThat(e.getMessage()).contains("ended with code 137");
              });

      assertThat(Plans.rows(engine.run(Plans.of("SELECT 1", Primitive.INTEGER), RunListener.NONE)))
          .containsExactly(List.of(1));
      ProcessHandle second = engine.worker().running().handle();
      assertThat(second.pid()).isNotEqualTo(first.pid());

      assertThat(
              Plans.rows(
                  engine.run(
                      Plans.of(
                          "SET spark.hadoop.fs.s3a.endpoint", Primitive.STRING, Primitive.STRING),
                      RunListener.NONE)))
          .containsExactly(List.of("spark.hadoop.fs.s3a.endpoint", "e"));
      refusesAWrongSecret(engine.worker().running().port());
      engine.close();
      second.onExit().get(20, TimeUnit.SECONDS);
      assertThatThrownBy(() -> Plans.rows(engine.run(Plans.of("SELECT 1"), RunListener.NONE)))
          .hasMessageContaining("closed");
    }
  }

  private static void refusesAWrongSecret(int port) throws IOException {
    Request request = new Request(Request.Action.RUN, "SELECT 1", List.of(), List.of(), List.of());
    try (Socket socket = new Socket(Handshake.address(), port);
        Connection connection = new Connection(socket, Handshake.newSecret())) {
      assertThatThrownBy(
              () -> {
                connection.send(request.frame());
                Frame unused = connection.read();
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void endsWithItsParentHoweverThatEnds() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D"
                    + SparkSettings.CLASS_PATH_PROPERTY
                    + "="
                    + System.getProperty(SparkSettings.CLASS_PATH_PROPERTY),
                ShortLivedParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = parent.getInputStream()) {
      long pid = Long.parseLong(new String(out.readNBytes(20), StandardCharsets.US_ASCII).strip());
      ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
      assertThat(child.isAlive()).isTrue();

      parent.destroyForcibly();

      child.onExit().get(20, TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void saysWhySparkDidNotStart() {
    try (SparkEngine engine = SharedSpark.open("100m")) {
      assertThatThrownBy(() -> Plans.rows(engine.run(Plans.of("SELECT 1"), RunListener.NONE)))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE))
          .hasMessageContaining("Spark did not start")
          .hasMessageContaining("INVALID_DRIVER_MEMORY");
    }
  }

  @Test
  void saysWhenSparkRanOutOfMemoryAndStartsAnew() {
    try (SparkEngine engine = SharedSpark.open("500m", "cores", "2")) {
      Plan large = Plans.of("SELECT repeat('x', 1000000000)", Primitive.STRING);
      assertThatThrownBy(() -> Plans.rows(engine.run(large, RunListener.NONE)))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE))
          .hasMessageContaining("it ran out of memory")
          .hasMessageContaining("setting 'memory' of engine spark");
      assertThat(Plans.rows(engine.run(Plans.of("SELECT 1", Primitive.INTEGER), RunListener.NONE)))
          .containsExactly(List.of(1));
    }
  }
}
