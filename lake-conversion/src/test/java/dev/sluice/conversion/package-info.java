@NullMarked
package dev.sluice.conversion;

import org.jspecify.annotations.NullMarked;
