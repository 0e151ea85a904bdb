package dev.sluice.spi;

import dev.sluice.FileSchemas;
import dev.sluice.SluiceConfiguration;

/** Makes what looks into the files of a lake. Making it must start nothing. */
public interface FileSchemasProvider {

  FileSchemas open(SluiceConfiguration configuration);
}
