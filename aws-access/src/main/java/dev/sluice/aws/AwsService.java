package dev.sluice.aws;

import java.util.Locale;

/** The services of AWS that Sluice calls. */
public enum AwsService {
  ATHENA,
  GLUE,
  S3,
  STS;

  /** As settings name it: {@code glue}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people write it: {@code Glue}. */
  public String title() {
    return this == ATHENA || this == GLUE ? name().charAt(0) + key().substring(1) : name();
  }
}
