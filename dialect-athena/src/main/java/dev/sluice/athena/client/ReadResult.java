package dev.sluice.athena.client;

/**
 * A result that is being read.
 *
 * @param rows closed by whoever reads them
 * @param types held against the plan's
 */
record ReadResult(ResultText rows, ResultTypes types) {}
