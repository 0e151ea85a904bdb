package dev.sluice.standin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.s3.S3Proxy;
import dev.sluice.standin.aws.s3.S3Server;
import dev.sluice.standin.aws.wire.Credentials;
import dev.sluice.standin.trino.TrinoExecutor;
import dev.sluice.standin.trino.TrinoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All of an account: Athena over a real Trino, which finds its tables in the same Glue and reads
 * their files from the same S3. Starting it takes a minute or more. Safe for use by several
 * threads.
 */
public final class AwsAccount implements AutoCloseable {
  private static final String CATALOG = "awsdatacatalog";

  /** A bucket and a database that are there until Trino reads what is in them. */
  private static final String STARTING = "starting";

  private static final String STARTING_FILE = "s3://" + STARTING + "/rows/file.txt";

  private final S3Server s3;
  private final S3Proxy proxy;
  private final AwsStandIn services;
  private final TrinoServer trino;

  private AwsAccount(S3Server s3, S3Proxy proxy, AwsStandIn services, TrinoServer trino) {
    this.s3 = s3;
    this.proxy = proxy;
    this.services = services;
    this.trino = trino;
  }

  /**
   * @param folder for the files of the servers; must exist
   */
  public static AwsAccount start(Path folder, Clock clock)
      throws IOException, InterruptedException {
    S3Server s3 = S3Server.start(Files.createDirectories(folder.resolve("s3")));
    AwsStandIn services = AwsStandIn.start(clock);
    try {
      addRows(services, s3);
      TrinoServer trino =
          TrinoServer.start(
              Files.createDirectories(folder.resolve("trino")),
              new TrinoServer.Setup(
                  Map.of(CATALOG, catalog(services, s3.uri())),
                  true,
                  "SELECT * FROM " + CATALOG + "." + STARTING + ".rows"));
      services.glue().remove(AwsStandIn.ACCOUNT, STARTING);
      s3.objects().delete(STARTING_FILE);
      services.calls().clear();
      services.startAthena(TrinoExecutor.of(trino.uri(), Optional.of(CATALOG)), s3.objects());
      return new AwsAccount(s3, S3Proxy.before(s3.uri()), services, trino);
    } catch (IOException | InterruptedException | RuntimeException e) {
      services.close();
      s3.close();
      throw e;
    }
  }

  /** Rows of a file: a Trino that lists tables may still have no nodes to read files on. */
  private static void addRows(AwsStandIn services, S3Server s3)
      throws IOException, InterruptedException {
    s3.objects().bucket(STARTING);
    s3.objects().put(STARTING_FILE, "started\n".getBytes(StandardCharsets.UTF_8));
    ObjectNode table = Entries.table(STARTING, "rows");
    ObjectNode stored = table.withObject("StorageDescriptor");
    stored.put("Location", "s3://" + STARTING + "/rows");
    stored.put("InputFormat", "org.apache.hadoop.mapred.TextInputFormat");
    stored.put("OutputFormat", "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
    stored
        .withObject("SerdeInfo")
        .put("SerializationLibrary", "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe");
    services.glue().database(AwsStandIn.ACCOUNT, STARTING);
    services.glue().table(AwsStandIn.ACCOUNT, STARTING, table, List.of());
  }

  private static Map<String, String> catalog(AwsStandIn services, URI s3) {
    Credentials user = services.user();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("connector.name", "hive");
    properties.put("hive.security", "allow-all");
    properties.put("hive.recursive-directories", "true");
    properties.put("hive.partition-projection-enabled", "true");
    properties.put("hive.metastore", "glue");
    properties.put("hive.metastore.glue.region", AwsStandIn.REGION);
    properties.put("hive.metastore.glue.endpoint-url", services.uri().toString());
    properties.put("hive.metastore.glue.aws-access-key", user.accessKey());
    properties.put("hive.metastore.glue.aws-secret-key", user.secret());
    properties.put("hive.s3.endpoint", s3.toString());
    properties.put("hive.s3.path-style-access", "true");
    properties.put("hive.s3.ssl.enabled", "false");
    properties.put("hive.s3.aws-access-key", user.accessKey());
    properties.put("hive.s3.aws-secret-key", user.secret());
    return properties;
  }

  /** Athena, Glue and STS. */
  public AwsStandIn services() {
    return services;
  }

  /** S3 as it is. */
  public S3Server s3() {
    return s3;
  }

  /** S3 as clients are to see it, with its faults. */
  public S3Proxy s3ForClients() {
    return proxy;
  }

  /**
   * Uploads a lake's folder into a bucket of its own, and adds its catalog to Glue with locations
   * there. Locations in S3 stay what they are.
   */
  public void load(Path lake, String bucket) throws IOException, InterruptedException {
    s3.objects().bucket(bucket);
    s3.objects().upload(lake, "s3://" + bucket);
    services.glue().load(lake, AwsStandIn.ACCOUNT, inBucket(lake, bucket));
  }

  private static UnaryOperator<String> inBucket(Path lake, String bucket) {
    String absolute = lake.toAbsolutePath().normalize().toString();
    return location -> {
      String path = location.replaceFirst("^file:(//)?", "");
      if (path.startsWith("s3://") || path.startsWith("s3a://")) {
        return path;
      }
      String within = path.startsWith(absolute) ? path.substring(absolute.length()) : path;
      return "s3://" + bucket + (within.startsWith("/") ? "" : "/") + within;
    };
  }

  @Override
  public void close() {
    services.close();
    proxy.close();
    trino.close();
    s3.close();
  }
}
