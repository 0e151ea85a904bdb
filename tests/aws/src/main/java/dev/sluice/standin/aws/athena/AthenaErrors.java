package dev.sluice.standin.aws.athena;

import dev.sluice.standin.aws.wire.AwsError;

/** Athena's exceptions, in the words of its API reference. */
final class AthenaErrors {
  private AthenaErrors() {}

  static AwsError invalidRequest(String detail) {
    return new AwsError(
        400,
        "InvalidRequestException",
        "Indicates that something is wrong with the input to the request. For example, a required"
            + " parameter may be missing or out of range. ["
            + detail
            + "]");
  }

  static AwsError internal(String detail) {
    return new AwsError(
        500,
        "InternalServerException",
        "Indicates a platform issue, which may be due to a transient condition or outage. ["
            + detail
            + "]");
  }
}
