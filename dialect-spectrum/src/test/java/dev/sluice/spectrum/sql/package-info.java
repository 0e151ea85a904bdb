@NullMarked
package dev.sluice.spectrum.sql;

import org.jspecify.annotations.NullMarked;
