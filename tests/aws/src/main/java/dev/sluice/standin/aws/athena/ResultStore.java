package dev.sluice.standin.aws.athena;

import java.io.IOException;
import java.nio.file.Path;

/** Where results are written. Safe for use by several threads. */
public interface ResultStore {
  /**
   * @param location {@code s3://BUCKET/KEY}
   */
  void put(String location, Path file) throws IOException, InterruptedException;
}
