/** The values of answers, out of the text that engines give them as. */
@NullMarked
package dev.sluice.results;

import org.jspecify.annotations.NullMarked;
