package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A workgroup.
 *
 * @param output where its queries write their results
 * @param enforced whether what a query says of its results counts for nothing
 * @param managed whether Athena keeps the results itself, and none are written to S3
 * @param disabled whether it only tells of itself, and takes no query
 */
public record WorkGroup(
    String name, Optional<String> output, boolean enforced, boolean managed, boolean disabled) {
  static final String SELECTED_ENGINE = "AUTO";
  static final String ENGINE = "Athena engine version 3";

  public static WorkGroup of(String name) {
    return new WorkGroup(name, Optional.empty(), false, false, false);
  }

  public WorkGroup writingTo(String location) {
    return new WorkGroup(name, Optional.of(location), enforced, managed, disabled);
  }

  public WorkGroup enforcing() {
    return new WorkGroup(name, output, true, managed, disabled);
  }

  public WorkGroup managing() {
    return new WorkGroup(name, Optional.empty(), enforced, true, disabled);
  }

  public WorkGroup disabling() {
    return new WorkGroup(name, output, enforced, managed, true);
  }

  ObjectNode asJson() {
    ObjectNode group = JsonNodeFactory.instance.objectNode().put("Name", name);
    group.put("State", disabled ? "DISABLED" : "ENABLED").put("CreationTime", 1553702400.0);
    ObjectNode configuration = group.putObject("Configuration");
    ObjectNode result = configuration.putObject("ResultConfiguration");
    output.ifPresent(location -> result.put("OutputLocation", location));
    configuration.putObject("ManagedQueryResultsConfiguration").put("Enabled", managed);
    configuration.put("EnforceWorkGroupConfiguration", enforced);
    configuration.put("PublishCloudWatchMetricsEnabled", false).put("RequesterPaysEnabled", false);
    configuration.set("EngineVersion", engine());
    return group;
  }

  static ObjectNode engine() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("SelectedEngineVersion", SELECTED_ENGINE)
        .put("EffectiveEngineVersion", ENGINE);
  }
}
