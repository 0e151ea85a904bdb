/** The stand-in for Redshift, asked by Amazon's own driver. */
@NullMarked
package dev.sluice.standin.redshift;

import org.jspecify.annotations.NullMarked;
