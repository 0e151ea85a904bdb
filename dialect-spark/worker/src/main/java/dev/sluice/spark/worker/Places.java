package dev.sluice.spark.worker;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;

/** Where files lie, in the catalog's words and in Hadoop's. */
final class Places {
  private Places() {}

  /** A location as Hadoop's file systems name it. */
  static String hadoop(String location) {
    return location.startsWith("s3://") ? "s3a://" + location.substring(5) : location;
  }

  /**
   * The file system of a path.
   *
   * @throws WorkerException that says what to do when there is none
   */
  static FileSystem system(Configuration configuration, Path path) {
    String scheme = path.toUri().getScheme();
    if ("s3a".equals(scheme)
        && configuration.getClassByNameOrNull("org.apache.hadoop.fs.s3a.S3AFileSystem") == null) {
      throw new WorkerException(
          "Cannot look into %s: Spark's class path has nothing that reads S3; add hadoop-aws %s and what it needs"
                  .formatted(path, VersionInfo.getVersion())
              + " to the jars that setting 'classpath' of engine spark names");
    }
    try {
      return path.getFileSystem(configuration);
    } catch (IOException | RuntimeException e) {
      throw lost(path, e);
    }
  }

  /** Why a place cannot be looked into; some causes say no more than a name. */
  static WorkerException lost(Path path, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new WorkerException("Cannot look into " + path + ": " + root, cause);
  }
}
