package dev.sluice.cli;

import dev.sluice.FileFinding;
import dev.sluice.LocationFiles;
import java.util.List;
import java.util.stream.Stream;

/** What a plan says of the files that were looked into. */
final class FilesText {
  private FilesText() {}

  /** How many told their columns, and what is wrong with the first that did not. */
  static String of(List<LocationFiles> locations) {
    long told =
        locations.stream()
            .flatMap(location -> location.inspected().stream())
            .filter(file -> file.schema().problem().isEmpty())
            .count();
    String silent =
        problems(locations).findFirst().map(problem -> "; not into all: " + problem).orElse("");
    return "looked into " + told + (told == 1 ? " file" : " files") + silent;
  }

  /** Why files did not tell their columns, in the order of the locations. */
  static Stream<String> problems(List<LocationFiles> locations) {
    return locations.stream().flatMap(FilesText::problems);
  }

  private static Stream<String> problems(LocationFiles location) {
    Stream<String> ofFiles =
        location.inspected().stream()
            .flatMap(
                file ->
                    file.schema().problem().stream()
                        .map(problem -> file.file().path() + ": " + problem.text()));
    return Stream.concat(location.problem().stream().map(FileFinding::text), ofFiles);
  }
}
