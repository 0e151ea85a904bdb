package dev.sluice.standin.aws.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of a service that speaks JSON. */
public interface Operation {
  /**
   * @return the response's body
   * @throws AwsError where it refuses
   */
  JsonNode answer(Caller caller, JsonNode request);
}
