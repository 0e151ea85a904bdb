package dev.sluice.matrix;

import dev.sluice.DriftChange;

/**
 * One way in which an older schema disagrees with a table's, told as the change that leads from the
 * older one to the table's.
 *
 * @param path the column, or the path to the sub-field: {@code device.os}, {@code
 *     bids.element.cpm}, {@code tags.value.x}; lower case
 */
public record SchemaChange(DriftChange change, String path) {}
