/**
 * Writes the files of a table anew as another table, its twin: {@link
 * dev.sluice.conversion.LakeConversion} finds out which partitions need it, has them written each
 * under a folder of its own, and publishes them by one change of the catalog. What the twin's
 * entries say is all that is remembered; see {@link dev.sluice.conversion.Twin}.
 */
@NullMarked
package dev.sluice.conversion;

import org.jspecify.annotations.NullMarked;
