/** How to talk to Athena. Needs AWS's SDK on the class path; the dialect does not. */
@NullMarked
package dev.sluice.athena.client;

import org.jspecify.annotations.NullMarked;
