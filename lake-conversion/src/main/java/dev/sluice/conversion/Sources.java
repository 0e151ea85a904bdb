package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.LakeFile;
import dev.sluice.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that one partition is converted from.
 *
 * @param files sorted by path
 */
record Sources(List<LakeFile> files) {
  Sources {
    files = List.copyOf(files);
  }

  long bytes() {
    return files.stream().mapToLong(LakeFile::size).sum();
  }

  /**
   * A digest of all that the converted rows follow from: where the files lie, their names, sizes
   * and times, how they are read, and which columns are read of them.
   */
  String digest(Storage storage, List<Column> columns, List<String> sortedBy) {
    MessageDigest digest = sha256();
    add(digest, storage.location());
    add(digest, storage.format());
    add(digest, storage.declaredMapping());
    Map<String, String> parameters = new TreeMap<>(storage.parameters());
    add(digest, parameters);
    for (Column column : columns) {
      add(digest, column.name());
      add(digest, column.type().hive());
    }
    add(digest, sortedBy);
    for (LakeFile file : files) {
      add(digest, file.path());
      add(digest, file.size());
      add(digest, file.modified().toEpochMilli());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable Object part) {
    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
