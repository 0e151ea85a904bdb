package dev.sluice.athena.client;

/** An object of S3. */
record ObjectPlace(String bucket, String key) {
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
