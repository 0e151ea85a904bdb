/** Conversion as a whole: what is written, what is published, and what is left when it breaks. */
@NullMarked
package dev.sluice.tests.conversion;

import org.jspecify.annotations.NullMarked;
