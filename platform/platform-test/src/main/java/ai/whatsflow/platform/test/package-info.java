/** What tests of services stand on: real servers, tokens, a clock that can be set, contracts and shared rules. */
@NullMarked
package ai.whatsflow.platform.test;

import org.jspecify.annotations.NullMarked;
