/**
 * Stand-ins for the services of AWS that Sluice calls. They listen on the loopback address alone.
 */
@NullMarked
package dev.sluice.standin.aws;

import org.jspecify.annotations.NullMarked;
