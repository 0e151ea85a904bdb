package dev.sluice;

/**
 * How far a running query is.
 *
 * @param stage what is going on, for a person: {@code starting Spark}
 * @param done finished pieces of work
 * @param total pieces known of so far; 0 when not known yet
 */
public record Progress(String stage, long done, long total) {}
