/**
 * Partitions as Athena computes them from a table's {@code projection.*} parameters. Facts are from
 * the Amazon Athena User Guide, "Supported types for partition projection" and "Set up partition
 * projection" (read 2026-11-26); what they leave open is not computed.
 */
@NullMarked
package dev.sluice.sql.projection;

import org.jspecify.annotations.NullMarked;
