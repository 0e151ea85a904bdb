package dev.sluice;

import java.util.List;

/** Where nothing reads files. */
enum NoFileSchemas implements FileSchemas {
  INSTANCE;

  @Override
  public List<LocationFiles> inspect(
      List<Storage> storages, FileSample sample, RunListener listener) {
    FileFinding finding =
        new FileFinding(
            FileFinding.Code.UNREADABLE,
            "",
            "Nothing on the class path reads files; add dev.sluice:lake-files");
    return storages.stream()
        .map(storage -> new LocationFiles(storage.location(), 0, 0, List.of(), finding))
        .toList();
  }

  @Override
  public void close() {}
}
