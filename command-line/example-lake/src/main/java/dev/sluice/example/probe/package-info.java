/** The binary files of the probe lake, which are made once and come with the probe as they are. */
@NullMarked
package dev.sluice.example.probe;

import org.jspecify.annotations.NullMarked;
