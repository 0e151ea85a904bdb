/** Sluice's clients over the wire, on stand-ins of AWS and of Redshift. */
@NullMarked
package dev.sluice.tests.live;

import org.jspecify.annotations.NullMarked;
