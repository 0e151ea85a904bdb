/** The Security Token Service. */
@NullMarked
package dev.sluice.standin.aws.sts;

import org.jspecify.annotations.NullMarked;
