/**
 * What each engine can do: data files with sources, read into a {@link
 * dev.sluice.matrix.CapabilityMatrix}, and the arithmetic over them. Knows no SQL; everything is
 * immutable and shareable unless its javadoc says otherwise.
 */
@NullMarked
package dev.sluice.matrix;

import org.jspecify.annotations.NullMarked;
