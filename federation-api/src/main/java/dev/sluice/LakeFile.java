package dev.sluice;

import java.time.Instant;

/**
 * A file of a table or of a partition. The same path, size and time are taken for the same content.
 *
 * @param path an absolute path, or a URI such as {@code s3://…}
 * @param size in bytes
 * @param modified when it was last written
 */
public record LakeFile(String path, long size, Instant modified) {}
