package dev.sluice.files.s3;

import dev.sluice.SluiceConfiguration;
import dev.sluice.files.FileStore;
import dev.sluice.files.FileStoreProvider;
import java.util.Optional;

/** Opens S3 where a configuration says who calls AWS, or that the catalog is Glue's. */
public final class S3FilesProvider implements FileStoreProvider {
  @Override
  public Optional<FileStore> open(SluiceConfiguration configuration) {
    boolean isSetUp = configuration.glue().isPresent() || !configuration.aws().isEmpty();
    return isSetUp ? Optional.of(S3Files.open(configuration)) : Optional.empty();
  }
}
