/** Amazon Redshift Spectrum: what its dialect and its client both know. */
@NullMarked
package dev.sluice.spectrum;

import org.jspecify.annotations.NullMarked;
