/** What the integration tests share: a node and the neighbours' events. */
@NullMarked
package ai.whatsflow.instance.support;

import org.jspecify.annotations.NullMarked;
