/** Reads the lake's files with the formats' own libraries, back into rows. */
@NullMarked
package dev.sluice.example.readback;

import org.jspecify.annotations.NullMarked;
