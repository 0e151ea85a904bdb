package dev.sluice.tests.live;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.redshift.RedshiftStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one account of AWS and one Redshift, with nothing in them, to the tests that ask. */
final class SharedServers implements ParameterResolver {
  /** The Glue database, and the external schema over it, that is there to be written to. */
  static final String DATABASE = "scratch";

  static final String BUCKET = "s3://lake/";

  static final EngineName ATHENA = EngineName.of("athena");
  static final EngineName SPECTRUM = EngineName.of("spectrum");
  static final List<EngineName> BOTH = List.of(ATHENA, SPECTRUM);

  /** Closed by JUnit when all tests have run. */
  record Servers(AwsAccount account, RedshiftStandIn redshift, Path folder)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    static Servers start() {
      try {
        Path folder = Files.createTempDirectory("servers");
        AwsAccount account = AwsAccount.start(folder, Clock.systemUTC());
        account.s3().objects().bucket("results");
        account.s3().objects().bucket("lake");
        account.services().athena().put(WorkGroup.of("writing").writingTo("s3://results/"));
        account.services().glue().database(AwsStandIn.ACCOUNT, DATABASE);
        RedshiftStandIn redshift = RedshiftStandIn.start();
        redshift.tables().createSchema(DATABASE, DATABASE, "arn:aws:iam::123456789012:role/lake");
        return new Servers(account, redshift, folder);
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Athena and Redshift. */
    SluiceConfiguration.Builder configuration() {
      return LiveConfiguration.of(account)
          .engine(ATHENA, "workgroup", "writing")
          .engine(SPECTRUM, "url", redshift.jdbcUrl())
          .engine(SPECTRUM, "user", RedshiftStandIn.USER)
          .engine(SPECTRUM, "password", RedshiftStandIn.PASSWORD);
    }

    /** The same, but for Redshift, as a file. */
    Path file(Path in) throws IOException {
      String services = account.services().uri().toString();
      return Files.writeString(
          in.resolve("sluice.yaml"),
          """
          aws:
            region: %s
            path-style: true
            endpoints: {glue: %s, athena: %s, sts: %s, s3: %s}
          glue:
          engines:
            athena:
              workgroup: writing
          """
              .formatted(
                  AwsStandIn.REGION, services, services, services, account.s3ForClients().uri()));
    }

    void mend() {
      account.services().faults().clear();
      account.s3ForClients().faults().clear();
      redshift.faults().clear();
    }

    @Override
    public void close() throws IOException {
      redshift.close();
      account.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Servers.class;
  }

  @Override
  public Servers resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Servers.class, key -> Servers.start(), Servers.class);
  }
}
