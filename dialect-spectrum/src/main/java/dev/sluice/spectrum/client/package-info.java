/** How to talk to Redshift. Needs its driver on the class path; the dialect does not. */
@NullMarked
package dev.sluice.spectrum.client;

import org.jspecify.annotations.NullMarked;
