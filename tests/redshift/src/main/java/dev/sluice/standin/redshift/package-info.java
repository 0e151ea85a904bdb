/**
 * Something that speaks as Redshift Spectrum does; {@code docs/redshift-stand-in.md} says how far.
 */
@NullMarked
package dev.sluice.standin.redshift;

import org.jspecify.annotations.NullMarked;
