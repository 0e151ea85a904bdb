package dev.sluice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files under one location, and what those that were looked into say.
 *
 * @param location as {@link Storage#location()} has it
 * @param files how many there are; hidden ones do not count
 * @param bytes what they hold together
 * @param inspected in the order of their paths
 * @param finding what listing the files has found, null when nothing
 */
public record LocationFiles(
    @Nullable String location,
    int files,
    long bytes,
    List<Inspected> inspected,
    @Nullable FileFinding finding) {
  public LocationFiles {
    inspected = List.copyOf(inspected);
  }

  /** A file that was looked into. */
  public record Inspected(LakeFile file, FileSchema schema) {}

  /** Why the files could not be listed. */
  public Optional<FileFinding> problem() {
    return Optional.ofNullable(finding).filter(found -> found.code().isFatal());
  }

  /** What those that tell their columns say of them, each different schema once. */
  public List<FileSchema> schemas() {
    return inspected.stream()
        .map(Inspected::schema)
        .filter(schema -> schema.problem().isEmpty())
        .distinct()
        .toList();
  }

  /** Whether every file was looked into and told its columns. */
  public boolean isComplete() {
    return problem().isEmpty()
        && inspected.size() == files
        && inspected.stream().allMatch(each -> each.schema().problem().isEmpty());
  }
}
