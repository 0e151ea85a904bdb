package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's programs keep what they need again, as the XDG base directory specification. */
record UserFolders(Map<String, String> environment, String home) {

  static UserFolders ofProcess() {
    return new UserFolders(System.getenv(), System.getProperty("user.home", ""));
  }

  /** What was read of files: {@code ~/.cache/sluice/schemas}, unless told otherwise. */
  Path fileSchemas() {
    return folder("XDG_CACHE_HOME", ".cache").resolve("schemas");
  }

  /** Entries of catalogs as they were: {@code ~/.local/state/sluice/catalog}, likewise. */
  Path catalogEntries() {
    return folder("XDG_STATE_HOME", ".local/state").resolve("catalog");
  }

  /** A path that is not absolute does not count, as the specification asks. */
  private Path folder(String variable, String below) {
    String named = environment.getOrDefault(variable, "");
    Path base =
        named.startsWith("/") ? Path.of(named) : Path.of(home).resolve(below).toAbsolutePath();
    return base.resolve("sluice");
  }
}
