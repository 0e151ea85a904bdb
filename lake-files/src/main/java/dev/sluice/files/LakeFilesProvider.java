package dev.sluice.files;

import dev.sluice.FileSchemas;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.FileSchemasProvider;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Files wherever the configuration reaches, what they say kept where it says. */
public final class LakeFilesProvider implements FileSchemasProvider {
  @Override
  public FileSchemas open(SluiceConfiguration configuration) {
    LakeFileSchemas.Builder builder = LakeFileSchemas.builder();
    for (FileStoreProvider provider : ServiceLoader.load(FileStoreProvider.class)) {
      provider.open(configuration).ifPresent(builder::store);
    }
    Path folder = configuration.fileInspection().cacheFolder();
    return folder == null ? builder.build() : builder.cacheFolder(folder).build();
  }
}
