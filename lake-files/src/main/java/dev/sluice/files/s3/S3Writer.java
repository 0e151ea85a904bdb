package dev.sluice.files.s3;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Puts objects into S3 and deletes them, by {@code s3://BUCKET/KEY}. Raises {@link SluiceException}
 * as {@link AwsErrors} tells. Safe for use by several threads.
 */
public final class S3Writer implements AutoCloseable {
  /**
   * Of one call of DeleteObjects (Amazon S3 API Reference, DeleteObjects, looked at 2026-11-27).
   */
  private static final int MOST = 1000;

  private final AwsAccess access;
  private final S3Client s3;

  private S3Writer(AwsAccess access) {
    this.access = access;
    this.s3 =
        access.client(
            S3Client.builder().forcePathStyle(access.settings().pathStyle()), AwsService.S3);
  }

  /** Sets the client up. Calls nothing yet. */
  public static S3Writer open(SluiceConfiguration configuration) {
    AwsAccess access = AwsAccess.of(configuration);
    try {
      return new S3Writer(access);
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  public void put(String location, byte[] content) {
    Place place = place(location);
    try {
      s3.putObject(
          request -> request.bucket(place.bucket()).key(place.key()),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.S3, "write " + location, e);
    }
  }

  /** What is not there is no error. */
  public void delete(List<String> locations) {
    Map<String, List<Place>> buckets =
        locations.stream().map(S3Writer::place).collect(Collectors.groupingBy(Place::bucket));
    buckets.forEach(
        (bucket, places) -> {
          for (int from = 0; from < places.size(); from += MOST) {
            delete(bucket, places.subList(from, Math.min(places.size(), from + MOST)));
          }
        });
  }

  private void delete(String bucket, List<Place> places) {
    List<ObjectIdentifier> keys =
        places.stream().map(place -> ObjectIdentifier.builder().key(place.key()).build()).toList();
    DeleteObjectsResponse answer;
    try {
      answer = s3.deleteObjects(request -> request.bucket(bucket).delete(all -> all.objects(keys)));
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.S3, "delete from s3://" + bucket, e);
    }
    if (!answer.errors().isEmpty()) {
      String left =
          answer.errors().stream()
              .map(error -> error.key() + " (" + error.code() + ")")
              .collect(Collectors.joining(", "));
      throw new SluiceException(
          ErrorCode.ACCESS_DENIED, "S3 cannot delete from s3://" + bucket + ": " + left);
    }
  }

  private record Place(String bucket, String key) {}

  private static Place place(String location) {
    String rest = location.startsWith("s3://") ? location.substring("s3://".length()) : "";
    int slash = rest.indexOf('/');
    if (slash < 1 || slash == rest.length() - 1) {
      throw new IllegalArgumentException(location + " is not s3://BUCKET/KEY");
    }
    return new Place(rest.substring(0, slash), rest.substring(slash + 1));
  }

  @Override
  public void close() {
    s3.close();
    access.close();
  }
}
