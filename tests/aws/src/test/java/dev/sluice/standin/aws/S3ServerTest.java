package dev.sluice.standin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.standin.aws.s3.S3Objects;
import dev.sluice.standin.aws.s3.S3Proxy;
import dev.sluice.standin.aws.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ServerTest {
  private static final String NUMBERS = "0123456789".repeat(1000);

  private static S3Server server;

  private S3Proxy proxy;
  private S3Client s3;

  @BeforeAll
  static void startServer(@TempDir Path folder) throws IOException, InterruptedException {
    server = S3Server.start(folder);
    server.objects().bucket("bucket");
    server.objects().put("s3://bucket/a/numbers.txt", bytes(NUMBERS));
    server.objects().put("s3://bucket/secret/key.txt", bytes("hidden"));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void open() {
    proxy = S3Proxy.before(server.uri());
    s3 = client(proxy.uri());
  }

  @AfterEach
  void close() {
    s3.close();
    proxy.close();
  }

  private static S3Client client(URI uri) {
    return S3Client.builder()
        .endpointOverride(uri)
        .region(Region.of(AwsStandIn.REGION))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String read(String key) {
    return s3.getObjectAsBytes(request -> request.bucket("bucket").key(key)).asUtf8String();
  }

  @Test
  void listensOnTheLoopbackAddressAlone() throws IOException {
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : each.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, server.uri().getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void readsRanges() {
    assertThat(
            s3.getObjectAsBytes(
                    request -> request.bucket("bucket").key("a/numbers.txt").range("bytes=5-14"))
                .asUtf8String())
        .isEqualTo("5678901234");
    assertThat(proxy.asked())
        .containsExactly(
            new S3Proxy.Asked("GET", "/bucket/a/numbers.txt", Optional.of("bytes=5-14")));
  }

  @Test
  void writesThroughTheProxyAndLists() {
    s3.putObject(
        request -> request.bucket("bucket").key("b/new file.txt"), RequestBody.fromString("new"));

    assertThat(read("b/new file.txt")).isEqualTo("new");
    assertThat(
            s3
                .listObjectsV2Paginator(request -> request.bucket("bucket").prefix("b/").maxKeys(1))
                .contents()
                .stream()
                .map(S3Object::key))
        .containsExactly("b/new file.txt");
    assertThat(
            s3.headObject(request -> request.bucket("bucket").key("a/numbers.txt")).contentLength())
        .isEqualTo(10_000);
    assertThatThrownBy(() -> read("nothing")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void uploadsAFolder(@TempDir Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("day=1/x y"));
    Files.writeString(folder.resolve("day=1/x y/file"), "in it");
    Files.writeString(folder.resolve("empty"), "");
    S3Objects objects = server.objects();
    objects.upload(folder, "s3://bucket/lake");

    assertThat(read("lake/day=1/x y/file")).isEqualTo("in it");
    assertThat(objects.get("s3://bucket/lake/empty")).isEmpty();
  }

  @Test
  void breaksInTheMiddle() {
    proxy.faults().below("/bucket/a/").times(1).breakAfter(3000);

    assertThatThrownBy(() -> read("a/numbers.txt")).isInstanceOf(SdkClientException.class);
    assertThat(read("a/numbers.txt")).isEqualTo(NUMBERS);
  }

  @Test
  void answersWithS3sErrors() {
    proxy.faults().below("/bucket/secret/").deny();
    proxy.faults().below("/bucket/a/").times(1).fail();
    proxy.faults().below("/bucket/a/").times(1).throttle();

    assertThat(code("secret/key.txt")).isEqualTo("403 AccessDenied");
    assertThat(code("a/numbers.txt")).isEqualTo("500 InternalError");
    assertThat(code("a/numbers.txt")).isEqualTo("503 SlowDown");
    assertThat(read("a/numbers.txt")).isEqualTo(NUMBERS);
  }

  private String code(String key) {
    try {
      return read(key);
    } catch (S3Exception e) {
      return e.statusCode() + " " + e.awsErrorDetails().errorCode();
    }
  }

  @Test
  void refusesAnObjectThatHasChangedMeanwhile() throws IOException, InterruptedException {
    server.objects().put("s3://bucket/changing", bytes(NUMBERS));
    String tag = s3.headObject(request -> request.bucket("bucket").key("changing")).eTag();
    proxy
        .faults()
        .below("/bucket/changing")
        .from(2)
        .times(1)
        .first(
            () -> {
              try {
                server.objects().put("s3://bucket/changing", bytes("other"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(range(tag, "bytes=0-9")).isEqualTo("0123456789");
    assertThatThrownBy(() -> range(tag, "bytes=10-19"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  private String range(String tag, String range) {
    return s3.getObjectAsBytes(
            request -> request.bucket("bucket").key("changing").ifMatch(tag).range(range))
        .asUtf8String();
  }

  @Test
  void answersSlowly() {
    proxy.faults().below("/bucket/a/").delay(Duration.ofMillis(200));
    long start = System.nanoTime();
    read("a/numbers.txt");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(195));
  }
}
