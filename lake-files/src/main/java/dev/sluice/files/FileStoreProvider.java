package dev.sluice.files;

import dev.sluice.SluiceConfiguration;
import java.util.Optional;

/** Opens a place where files lie, if a configuration reaches it; found by {@code ServiceLoader}. */
public interface FileStoreProvider {

  /** The place, which is closed with what looks into its files. Opening it must start nothing. */
  Optional<FileStore> open(SluiceConfiguration configuration);
}
