package dev.sluice.files;

import dev.sluice.FileSchemas;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.FileSchemasProvider;
import java.nio.file.Path;

/** Files of this machine, what they say kept where the configuration says. */
public final class LakeFilesProvider implements FileSchemasProvider {
  @Override
  public FileSchemas open(SluiceConfiguration configuration) {
    LakeFileSchemas.Builder builder = LakeFileSchemas.builder();
    Path folder = configuration.fileInspection().cacheFolder();
    return folder == null ? builder.build() : builder.cacheFolder(folder).build();
  }
}
