package dev.sluice.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;

/** The arrows between the modules and packages: what may know what. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PLANNER = {"dev.sluice.sql.."};
  private static final String[] ATHENA = {"dev.sluice.athena.."};
  private static final String[] SPECTRUM = {"dev.sluice.spectrum.."};
  private static final String[] SPARK = {"dev.sluice.spark.."};

  @ArchTest
  static final ArchRule theApiNeedsNothingButTheJdk =
      classes()
          .that()
          .resideInAnyPackage("dev.sluice", "dev.sluice.spi")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.sluice", "dev.sluice.spi");

  @ArchTest
  static final ArchRule theMatrixKnowsTheApiAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.matrix..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.sluice..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.sluice", "dev.sluice.spi", "dev.sluice.matrix..")));

  @ArchTest
  static final ArchRule calciteStaysWithThePlannerAndTheDialects =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sluice.sql..",
              "dev.sluice.athena.sql..",
              "dev.sluice.spectrum.sql..",
              "dev.sluice.spark.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.calcite..");

  @ArchTest
  static final ArchRule thePlannerKnowsNoDialectAndNoCatalog =
      noClasses()
          .that()
          .resideInAnyPackage(PLANNER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.athena..",
              "dev.sluice.spectrum..",
              "dev.sluice.spark..",
              "dev.sluice.glue..",
              "dev.sluice.files..",
              "dev.sluice.jdbc..",
              "dev.sluice.cli..");

  @ArchTest
  static final ArchRule theDriverIsAThinLayer =
      classes()
          .that()
          .resideInAPackage("dev.sluice.jdbc..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.sql..",
              "org.jspecify..",
              "dev.sluice",
              "dev.sluice.configuration",
              "dev.sluice.results",
              "dev.sluice.jdbc");

  @ArchTest
  static final ArchRule athenaKnowsNoOtherDialect =
      noClasses()
          .that()
          .resideInAnyPackage(ATHENA)
          .should()
          .dependOnClassesThat(resideInAnyPackage(SPECTRUM).or(resideInAnyPackage(SPARK)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule spectrumKnowsNoOtherDialect =
      noClasses()
          .that()
          .resideInAnyPackage(SPECTRUM)
          .should()
          .dependOnClassesThat(resideInAnyPackage(ATHENA).or(resideInAnyPackage(SPARK)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sparkKnowsNoOtherDialect =
      noClasses()
          .that()
          .resideInAnyPackage(SPARK)
          .should()
          .dependOnClassesThat(resideInAnyPackage(ATHENA).or(resideInAnyPackage(SPECTRUM)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule catalogsNeverSeeSql =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.glue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.sql..",
              "dev.sluice.matrix..",
              "dev.sluice.athena..",
              "dev.sluice.spectrum..",
              "dev.sluice.spark..",
              "org.apache.calcite..");

  @ArchTest
  static final ArchRule filesKnowTheApiAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.files..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.sluice..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.sluice",
                          "dev.sluice.spi",
                          "dev.sluice.aws..",
                          "dev.sluice.files..")));

  @ArchTest
  static final ArchRule conversionKnowsTheApiAndWhereFilesLie =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.conversion..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.sluice..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.sluice",
                          "dev.sluice.spi",
                          "dev.sluice.files",
                          "dev.sluice.conversion..")));

  @ArchTest
  static final ArchRule filesLibrariesStayWithThem =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sluice.files..",
              "dev.sluice.spark.worker..",
              "dev.sluice.example..",
              "dev.sluice.evolution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.avro..",
              "org.apache.parquet..",
              "org.apache.orc..",
              "io.airlift.compress..");

  @ArchTest
  static final ArchRule accessToAwsKnowsTheApiAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.aws..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.sluice..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.sluice", "dev.sluice.spi", "dev.sluice.aws..")));

  @ArchTest
  static final ArchRule awsStaysWithItsClients =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sluice.aws..",
              "dev.sluice.glue.live..",
              "dev.sluice.files.s3..",
              "dev.sluice.athena.client..",
              "dev.sluice.spectrum.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule howToSayItDoesNotKnowHowToSendIt =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.*.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice.*.client..");

  @ArchTest
  static final ArchRule howToSendItDoesNotKnowHowToSayIt =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.*.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.*.sql..", "dev.sluice.sql..");

  @ArchTest
  static final ArchRule nothingButTheWorkerNeedsSpark =
      noClasses()
          .that()
          // The writer of the example lake runs on Spark's class path too.
          .resideOutsideOfPackages(
              "dev.sluice.spark.worker..", "dev.sluice.example..", "dev.sluice.evolution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..");

  @ArchTest
  static final ArchRule nobodyImportsTheWorker =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.spark.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice.spark.worker..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().assignedFrom(new Packages()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingHidesStateInThreads =
      noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

  /** Each package is a slice, but for pairs that are one thing seen from two sides. */
  private static final class Packages implements SliceAssignment {
    private static final Map<String, String> PAIRS =
        Map.of(
            // Sluice finds providers, and providers make what Sluice holds.
            "dev.sluice.spi", "dev.sluice",
            // A dialect lists its rules, and a rule rewrites for a dialect.
            "dev.sluice.sql.dialect", "dev.sluice.sql.rewrite",
            // The generated parser calls the productions' own code.
            "dev.sluice.sql.parse.generated", "dev.sluice.sql.parse");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      return name.startsWith("dev.sluice")
          ? SliceIdentifier.of(PAIRS.getOrDefault(name, name))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
