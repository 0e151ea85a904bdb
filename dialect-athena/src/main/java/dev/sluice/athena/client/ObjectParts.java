package dev.sluice.athena.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import dev.sluice.results.Wanted;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object, read in parts, some of them ahead of the reader and at a time. All parts
 * are of the same version of the object, or reading fails. Not shareable between threads.
 */
final class ObjectParts extends InputStream {
  private static final int PART = 4 << 20;

  /** Parts that are kept, the one being read among them. */
  private static final int WINDOW = 4;

  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final ObjectPlace place;
  private final Executor threads;
  private final Wanted wanted;
  private final String version;
  private final long size;
  private final Deque<CompletableFuture<byte[]>> ahead = new ArrayDeque<>();
  private byte[] part;
  private int position;
  private long asked;
  private long received;

  private ObjectParts(
      S3Client s3,
      ObjectPlace place,
      Executor threads,
      Wanted wanted,
      String version,
      long size,
      byte[] first) {
    this.s3 = s3;
    this.place = place;
    this.threads = threads;
    this.wanted = wanted;
    this.version = version;
    this.size = size;
    this.part = first;
    this.asked = first.length;
    this.received = first.length;
  }

  /**
   * Opens the object and reads its first part.
   *
   * @throws SdkException when it cannot be read
   */
  static ObjectParts open(S3Client s3, ObjectPlace place, Executor threads, Wanted wanted) {
    try {
      ResponseBytes<GetObjectResponse> first =
          wanted.await(part(s3, request(place, 0).build(), threads));
      byte[] bytes = first.asByteArrayUnsafe();
      long size = size(first.response().contentRange(), bytes.length);
      ObjectParts parts =
          new ObjectParts(s3, place, threads, wanted, first.response().eTag(), size, bytes);
      parts.requireWhole();
      parts.askAhead();
      return parts;
    } catch (AwsServiceException e) {
      if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
        // An object of no bytes has no range.
        return new ObjectParts(s3, place, threads, wanted, "", 0, new byte[0]);
      }
      throw e;
    }
  }

  private static CompletableFuture<ResponseBytes<GetObjectResponse>> part(
      S3Client s3, GetObjectRequest request, Executor threads) {
    return CompletableFuture.supplyAsync(
        () -> s3.getObject(request, ResponseTransformer.toBytes()), threads);
  }

  private static GetObjectRequest.Builder request(ObjectPlace place, long from) {
    return GetObjectRequest.builder()
        .bucket(place.bucket())
        .key(place.key())
        .range("bytes=" + from + "-" + (from + PART - 1));
  }

  /** Of {@code bytes 0-9/100} the 100. */
  private static long size(@org.jspecify.annotations.Nullable String range, int received) {
    return range == null ? received : Long.parseLong(range.substring(range.indexOf('/') + 1));
  }

  private void askAhead() {
    while (asked < size && ahead.size() < WINDOW - 1) {
      GetObjectRequest request = request(place, asked).ifMatch(version).build();
      ahead.add(part(s3, request, threads).thenApply(ResponseBytes::asByteArrayUnsafe));
      asked += PART;
    }
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : part[position++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    } else if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, part.length - position);
    System.arraycopy(part, position, bytes, offset, count);
    position += count;
    return count;
  }

  private boolean isAtEnd() {
    while (position == part.length) {
      CompletableFuture<byte[]> next = ahead.poll();
      if (next == null) {
        return true;
      }
      part = bytes(next);
      position = 0;
      received += part.length;
      requireWhole();
      askAhead();
    }
    return false;
  }

  /** A part that is cut short would join bytes that are not beside each other. */
  private void requireWhole() {
    if (received % PART != 0 && received != size) {
      throw unreadable(place, received + " of its " + size + " bytes came");
    }
  }

  private byte[] bytes(CompletableFuture<byte[]> next) {
    try {
      return wanted.await(next);
    } catch (SdkException e) {
      throw unreadable(place, e);
    }
  }

  static SluiceException unreadable(ObjectPlace place, SdkException e) {
    if (e instanceof AwsServiceException service && service.statusCode() == PRECONDITION_FAILED) {
      return unreadable(place, "it was written anew while it was read");
    }
    return AwsErrors.of(AwsService.S3, "give Athena's result " + place, e);
  }

  private static SluiceException unreadable(ObjectPlace place, String why) {
    return new SluiceException(
        ErrorCode.ENGINE_FAILED, "Athena's result " + place + " cannot be read whole: " + why);
  }

  @Override
  public void close() {
    // What is on its way ends by itself; nobody waits for it.
    ahead.clear();
  }
}
