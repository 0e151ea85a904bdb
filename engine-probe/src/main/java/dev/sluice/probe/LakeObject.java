package dev.sluice.probe;

import java.util.function.Supplier;

/**
 * A file that is to be written.
 *
 * @param location {@code s3://BUCKET/KEY}
 * @param content read when it is written
 */
public record LakeObject(String location, long bytes, Supplier<byte[]> content) {}
