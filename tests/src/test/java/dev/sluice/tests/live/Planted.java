package dev.sluice.tests.live;

import dev.sluice.EngineName;
import dev.sluice.FileInspection;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.aws.AwsSettings;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.athena.MadeUpRows;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.aws.s3.ObjectServer;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Credentials;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.wire.Faults.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks Athena and Redshift with secrets that are to be found nowhere in what it prints, in success
 * and in each kind of failure. A process of its own, so that all that is printed by anybody is
 * seen.
 *
 * <p>It says which secrets it used in the file that it is given, and nowhere else.
 */
final class Planted implements AutoCloseable {
  static final String EXTERNAL_ID = "planted-external-id";
  static final String OTHER_PASSWORD = "planted-other-password";
  static final String URL_SECRET = "planted-url-secret";

  private static final String ROLE = "arn:aws:iam::123456789012:role/reader";
  private static final String SQL = "SELECT n, c1 FROM web.narrow WHERE n = 0 LIMIT 1";

  private final AwsStandIn aws = AwsStandIn.start();
  private final ObjectServer s3;
  private final RedshiftStandIn redshift = RedshiftStandIn.start();
  private final Credentials session;

  private Planted(Path folder) throws SQLException, IOException {
    s3 = ObjectServer.start(folder, Duration.ZERO);
    aws.startAthena(new MadeUpRows(NumberedLake.texts()), s3)
        .put(WorkGroup.of("writing").writingTo("s3://results/"));
    session =
        aws.callers().session(Caller.user(AwsStandIn.ACCOUNT, "planted"), Duration.ofHours(1));
    aws.sts().role(ROLE, Optional.of(EXTERNAL_ID));
    NumberedLake.load(redshift);
  }

  public static void main(String[] arguments) throws Exception {
    try (Planted planted = new Planted(Path.of(arguments[0]))) {
      Files.write(Path.of(arguments[1]), planted.secrets());
      planted.athena();
      planted.redshift();
      System.out.println("all done");
    }
    System.exit(0);
  }

  private List<String> secrets() {
    return List.of(
        session.accessKey(),
        session.secret(),
        String.valueOf(session.sessionToken()),
        EXTERNAL_ID,
        RedshiftStandIn.PASSWORD,
        OTHER_PASSWORD,
        URL_SECRET);
  }

  private void athena() {
    System.setProperty("aws.accessKeyId", session.accessKey());
    System.setProperty("aws.secretAccessKey", session.secret());
    System.setProperty("aws.sessionToken", String.valueOf(session.sessionToken()));
    SluiceConfiguration configuration = ofAthena(EXTERNAL_ID).build();
    System.out.println(configuration);
    System.out.println(AwsSettings.of(configuration));
    System.out.println(AthenaSettings.of(configuration));
    ask("athena succeeds", configuration);
    aws.faults().on("StartQueryExecution").refuse(new AwsError(400, "AccessDeniedException", "No"));
    ask("athena denies", configuration);
    aws.faults().clear();
    aws.faults().on("GetQueryExecution").expireCredentials();
    ask("athena expires", configuration);
    aws.faults().clear();
    aws.faults()
        .on("StartQueryExecution")
        .refuse(new AwsError(400, "InvalidRequestException", "x"));
    ask("athena refuses", configuration);
    aws.faults().clear();
    ask("athena without its role", ofAthena(URL_SECRET).build());
    ask(
        "athena is away",
        ofAthena(EXTERNAL_ID).aws("endpoints.athena", "http://127.0.0.1:1").build());
    ask(
        "athena at a strange address",
        ofAthena(EXTERNAL_ID)
            .aws("endpoints.athena", "http://user:" + URL_SECRET + "@127.0.0.1/?x")
            .build());
    aws.callers().forget(session);
    ask("athena does not know the key", configuration);
  }

  private SluiceConfiguration.Builder ofAthena(String externalId) {
    return LiveConfiguration.addresses(aws, s3.uri())
        .aws("role", ROLE)
        .aws("external-id", externalId)
        .fileInspection(FileInspection.DEFAULT.withOfQueries(false))
        .engine(AthenaSettings.ATHENA, "workgroup", "writing");
  }

  private void redshift() {
    String url = redshift.jdbcUrl();
    SluiceConfiguration configuration = ofRedshift(url, RedshiftStandIn.PASSWORD).build();
    System.out.println(configuration);
    System.out.println(SpectrumSettings.of(configuration));
    ask("redshift succeeds", configuration);
    String whole = url + "&user=analyst&password=" + RedshiftStandIn.PASSWORD;
    ask("redshift succeeds by its address", ofRedshift(whole).build());
    ask("redshift refuses the password", ofRedshift(url, OTHER_PASSWORD).build());
    ask(
        "redshift refuses the password of its address",
        ofRedshift(url + "&user=analyst&password=" + URL_SECRET).build());
    ask(
        "redshift is away",
        ofRedshift("jdbc:redshift://127.0.0.1:1/dev?password=" + URL_SECRET)
            .engine(SpectrumSettings.SPECTRUM, "driver.loginTimeout", "1")
            .build());
    for (String strange :
        List.of(
            "jdbc:redshift://127.0.0.1:none/dev?password=" + URL_SECRET,
            "jdbc:redshift:iam://127.0.0.1/dev?SecretAccessKey=" + URL_SECRET,
            "jdbc:redshift://analyst:" + URL_SECRET + "@127.0.0.1/dev",
            "jdbc:redshift://127.0.0.1:1/dev;PWD=" + URL_SECRET)) {
      ask("redshift at a strange address", ofRedshift(strange, OTHER_PASSWORD).build());
    }
    redshift.faults().resetAt(Stage.FIRST_ROW);
    ask("redshift is lost", configuration);
    redshift.faults().failScan("Spectrum Scan Error: short", "the whole story");
    ask("redshift fails", configuration);
  }

  private static SluiceConfiguration.Builder ofRedshift(String url) {
    return SluiceConfiguration.builder()
        .prefer(List.of(SpectrumSettings.SPECTRUM))
        .fileInspection(FileInspection.DEFAULT.withOfQueries(false))
        .engine(SpectrumSettings.SPECTRUM, "url", url);
  }

  private static SluiceConfiguration.Builder ofRedshift(String url, String password) {
    return ofRedshift(url)
        .engine(SpectrumSettings.SPECTRUM, "user", RedshiftStandIn.USER)
        .engine(SpectrumSettings.SPECTRUM, "password", password);
  }

  private static void ask(String what, SluiceConfiguration configuration) {
    System.out.println("== " + what);
    try (Sluice sluice =
        Sluice.builder().configuration(configuration).catalog(NumberedLake.catalog()).open()) {
      Plan plan = sluice.plan(SQL);
      System.out.println(sluice);
      System.out.println(plan);
      EngineName engine = plan.decision().answeredBy();
      try (Rows rows = sluice.run(plan, progress -> System.out.println(progress))) {
        System.out.println(rows);
        int count = Answers.all(rows).size();
        System.out.println(count + " row of " + engine + " " + rows.statistics());
      }
    } catch (SluiceException e) {
      System.out.println(e.code());
      e.printStackTrace();
    }
  }

  @Override
  public void close() {
    redshift.close();
    s3.close();
    aws.close();
  }
}
