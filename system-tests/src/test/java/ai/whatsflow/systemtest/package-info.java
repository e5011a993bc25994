/** Tests of the whole platform from outside: every part a process of its own, on ports beside a developer's platform. */
@NullMarked
package ai.whatsflow.systemtest;

import org.jspecify.annotations.NullMarked;
