/** Commands to nodes over HTTP. */
@NullMarked
package ai.whatsflow.instance.node.http;

import org.jspecify.annotations.NullMarked;
