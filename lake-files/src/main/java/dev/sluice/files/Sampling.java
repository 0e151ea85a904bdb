package dev.sluice.files;

import dev.sluice.FileSample;
import dev.sluice.LakeFile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which files of a location are looked into. */
final class Sampling {
  private static final Comparator<LakeFile> BY_TIME =
      Comparator.comparing(LakeFile::modified).thenComparing(LakeFile::path);

  private Sampling() {}

  /** In the order of their paths. */
  static List<LakeFile> choose(List<LakeFile> files, FileSample sample) {
    int wanted = sample.filesPerLocation();
    if (files.size() <= wanted) {
      return files;
    }
    List<LakeFile> filled = files.stream().filter(file -> file.size() > 0).toList();
    List<LakeFile> byTime = (filled.isEmpty() ? files : filled).stream().sorted(BY_TIME).toList();
    int last = byTime.size() - 1;
    int steps = Math.min(wanted, byTime.size()) - 1;
    return IntStream.rangeClosed(0, steps)
        .mapToObj(i -> byTime.get(steps == 0 ? last : (int) ((long) last * i / steps)))
        .sorted(Comparator.comparing(LakeFile::path))
        .toList();
  }
}
