/**
 * Asks the engines of an account what the capability matrix says of them: over a small lake that is
 * written for it and removed again.
 */
@NullMarked
package dev.sluice.probe;

import org.jspecify.annotations.NullMarked;
