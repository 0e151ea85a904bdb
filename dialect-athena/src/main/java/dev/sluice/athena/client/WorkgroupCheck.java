package dev.sluice.athena.client;

import dev.sluice.CheckResult;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsCaller;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/** Whether queries can be sent to the workgroup: as whom, to which engine, and where results go. */
final class WorkgroupCheck {
  private static final String PART = AthenaSettings.ATHENA.value();

  private final AwsAccess access;
  private final AthenaCalls calls;
  private final AthenaSettings settings;
  private final String version;

  /**
   * @param version of Athena's engine, as plans take it to be
   */
  WorkgroupCheck(AwsAccess access, AthenaCalls calls, AthenaSettings settings, String version) {
    this.access = access;
    this.calls = calls;
    this.settings = settings;
    this.version = version;
  }

  void run(Consumer<CheckResult> results) {
    results.accept(CheckResult.tried(PART, "calls as", this::caller));
    String what = "workgroup " + settings.workgroup();
    WorkGroup[] found = new WorkGroup[1];
    CheckResult asked =
        CheckResult.tried(
            PART,
            what,
            () -> {
              found[0] = calls.workgroup();
              return "is there";
            });
    results.accept(found[0] == null ? asked : state(what, found[0]));
    if (found[0] != null && found[0].configuration() != null) {
      results.accept(engine(found[0].configuration()));
      results.accept(place(found[0].configuration()));
    }
  }

  private String caller() {
    AwsCaller caller = access.caller();
    return caller.arn();
  }

  private static CheckResult state(String what, WorkGroup group) {
    return group.state() == WorkGroupState.DISABLED
        ? CheckResult.bad(
            PART, what, "is disabled", "Enable it, or name another: setting 'workgroup'")
        : CheckResult.good(PART, what, "is enabled");
  }

  private CheckResult engine(WorkGroupConfiguration configuration) {
    String what = "engine version";
    EngineVersion engine = configuration.engineVersion();
    String effective = engine == null ? null : engine.effectiveEngineVersion();
    if (effective == null) {
      return CheckResult.doubtful(
          PART, what, "is not told", "Plans take it to be " + version + ": setting 'engine'");
    }
    return effective.equals("Athena engine version " + version)
        ? CheckResult.good(PART, what, effective)
        : CheckResult.bad(
            PART,
            what,
            effective + ", and plans are made for version " + version,
            "Say which it is: setting 'engine' of engine athena");
  }

  private CheckResult place(WorkGroupConfiguration configuration) {
    String what = "results go to";
    Optional<String> ofGroup =
        Optional.ofNullable(configuration.resultConfiguration())
            .flatMap(result -> Optional.ofNullable(result.outputLocation()));
    boolean managed =
        configuration.managedQueryResultsConfiguration() != null
            && Boolean.TRUE.equals(configuration.managedQueryResultsConfiguration().enabled());
    boolean enforced = Boolean.TRUE.equals(configuration.enforceWorkGroupConfiguration());
    if (managed) {
      return CheckResult.good(PART, what, "Athena itself, which keeps them for the workgroup");
    }
    Optional<String> place = enforced ? ofGroup : settings.output().or(() -> ofGroup);
    return place
        .map(found -> CheckResult.good(PART, what, found))
        .orElseGet(
            () ->
                CheckResult.bad(
                    PART,
                    what,
                    "no place: neither the workgroup nor the configuration names one",
                    "Name one: setting 'output' of engine athena, s3://BUCKET/PREFIX/"));
  }
}
