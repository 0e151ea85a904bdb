package dev.sluice.files.s3;

import dev.sluice.LakeFile;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import dev.sluice.files.FileBytes;
import dev.sluice.files.FileStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files of S3, by {@code s3://BUCKET/PREFIX}, listed page by page and read in ranges. */
public final class S3Files implements FileStore {
  private static final String SCHEME = "s3://";

  /** What Hadoop's older clients leave for a folder. */
  private static final String FOLDER_MARK = "_$folder$";

  private static final int NOT_FOUND = 404;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final AwsAccess access;
  private final S3Client s3;

  private S3Files(AwsAccess access) {
    this.access = access;
    this.s3 =
        access.client(
            S3Client.builder().forcePathStyle(access.settings().pathStyle()), AwsService.S3);
  }

  /**
   * Sets the client up. Calls nothing yet.
   *
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static S3Files open(SluiceConfiguration configuration) {
    AwsAccess access = AwsAccess.of(configuration);
    try {
      return new S3Files(access);
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  @Override
  public boolean holds(String location) {
    return location.startsWith(SCHEME);
  }

  @Override
  public List<LakeFile> list(String location) throws IOException {
    Place place = Place.of(location);
    String prefix = place.folder();
    List<LakeFile> files = new ArrayList<>();
    boolean isThere = false;
    try {
      ListObjectsV2Request request =
          ListObjectsV2Request.builder().bucket(place.bucket()).prefix(prefix).build();
      for (S3Object object : s3.listObjectsV2Paginator(request).contents()) {
        isThere = true;
        if (isFile(object.key().substring(prefix.length()))) {
          String path = SCHEME + place.bucket() + "/" + object.key();
          files.add(new LakeFile(path, object.size(), object.lastModified()));
        }
      }
    } catch (SdkException e) {
      throw failure(location, e);
    }
    if (!isThere) {
      throw new NoSuchFileException(location);
    }
    files.sort(Comparator.comparing(LakeFile::path));
    return files;
  }

  /**
   * @param path from the location on
   */
  private static boolean isFile(String path) {
    return !path.isEmpty()
        && !path.endsWith("/")
        && !path.endsWith(FOLDER_MARK)
        && !path.startsWith("_")
        && !path.startsWith(".")
        && !path.contains("/_")
        && !path.contains("/.");
  }

  @Override
  public FileBytes open(LakeFile file) throws IOException {
    return new Opened(s3, Place.of(file.path()), file);
  }

  private static IOException failure(String path, SdkException e) {
    if (AwsErrors.kind(e) == AwsErrors.Kind.DENIED) {
      return new AccessDeniedException(path);
    } else if (e instanceof AwsServiceException service && service.statusCode() == NOT_FOUND) {
      return new NoSuchFileException(path);
    }
    return new IOException(AwsErrors.of(AwsService.S3, "read " + path, e).getMessage(), e);
  }

  private record Place(String bucket, String key) {
    static Place of(String location) throws IOException {
      String rest = location.substring(SCHEME.length());
      int slash = rest.indexOf('/');
      String bucket = slash < 0 ? rest : rest.substring(0, slash);
      if (bucket.isEmpty()) {
        throw new IOException(location + " names no bucket");
      }
      return new Place(bucket, slash < 0 ? "" : rest.substring(slash + 1));
    }

    /** As a prefix of what lies in it, and of nothing beside it. */
    String folder() {
      return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }
  }

  private record Opened(S3Client s3, Place place, LakeFile file) implements FileBytes {
    @Override
    public long size() {
      return file.size();
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      if (length == 0) {
        return new byte[0];
      }
      GetObjectRequest request =
          GetObjectRequest.builder()
              .bucket(place.bucket())
              .key(place.key())
              .range("bytes=" + offset + "-" + (offset + length - 1))
              .build();
      byte[] bytes;
      try {
        bytes = s3.getObject(request, ResponseTransformer.toBytes()).asByteArray();
      } catch (AwsServiceException e) {
        if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
          throw new EOFException("The file has become shorter");
        }
        throw failure(file.path(), e);
      } catch (SdkException e) {
        throw failure(file.path(), e);
      }
      if (bytes.length < length) {
        throw new EOFException("The file has become shorter");
      }
      return bytes;
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    s3.close();
    access.close();
  }
}
