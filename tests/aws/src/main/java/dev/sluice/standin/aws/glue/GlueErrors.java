package dev.sluice.standin.aws.glue;

import dev.sluice.standin.aws.wire.AwsError;

/** Glue's exceptions, in the words of its API reference. */
final class GlueErrors {
  private GlueErrors() {}

  static AwsError invalidInput(String detail) {
    return new AwsError(
        400, "InvalidInputException", "The input provided was not valid. [" + detail + "]");
  }

  static AwsError notFound(String detail) {
    return new AwsError(
        400, "EntityNotFoundException", "A specified entity does not exist [" + detail + "]");
  }

  static AwsError exists(String detail) {
    return new AwsError(
        400,
        "AlreadyExistsException",
        "A resource to be created or added already exists. [" + detail + "]");
  }

  static AwsError denied(String detail) {
    return new AwsError(
        400, "AccessDeniedException", "Access to a resource was denied. [" + detail + "]");
  }

  static AwsError changedMeanwhile(String detail) {
    return new AwsError(
        400,
        "ConcurrentModificationException",
        "Two processes are trying to modify a resource simultaneously. [" + detail + "]");
  }
}
