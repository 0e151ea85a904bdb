/** Amazon Athena: what its dialect and its client both know. */
@NullMarked
package dev.sluice.athena;

import org.jspecify.annotations.NullMarked;
