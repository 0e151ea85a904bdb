/**
 * What clients of engines share: the values of answers, out of the text that engines give them as,
 * and waiting for answers that may be called off.
 */
@NullMarked
package dev.sluice.results;

import org.jspecify.annotations.NullMarked;
