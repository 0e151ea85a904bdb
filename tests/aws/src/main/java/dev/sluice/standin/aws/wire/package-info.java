/**
 * What all of the stand-ins share: HTTP over loopback, who is calling, pages, and faults on demand.
 */
@NullMarked
package dev.sluice.standin.aws.wire;

import org.jspecify.annotations.NullMarked;
