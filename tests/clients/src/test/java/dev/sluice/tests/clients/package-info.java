/**
 * Clients that nobody here wrote, each in a process of its own with the driver's one jar: what runs
 * there ({@code …Program}), and the tests that start it.
 */
@NullMarked
package dev.sluice.tests.clients;

import org.jspecify.annotations.NullMarked;
